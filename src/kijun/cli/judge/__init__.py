"""`kijun judge`: the command, and how a judgement is written."""
