"""`kijun compare`: the command, how a comparison is arranged, and how it is written."""
