"""`kijun report`: the command."""
