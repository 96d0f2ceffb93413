"""`kijun record`: the command, and the record that somebody begins with."""
