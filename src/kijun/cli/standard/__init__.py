"""`kijun standard`: the command, and the overlay that somebody begins with."""
