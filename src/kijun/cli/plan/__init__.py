"""`kijun plan`: the command, which plans it shows, and how they are written."""
