"""`kijun map`: the command, and how the map with its distances is written."""
