"""`kijun skills`: the command, what it shows, and how that is written."""
