"""`kijun show`: the command, and how a piece of the standard is written."""
