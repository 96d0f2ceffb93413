"""`kijun workforce`: everybody at once."""
