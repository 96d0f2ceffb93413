"""`kijun report`: the command, and the command by which a report is made again."""
