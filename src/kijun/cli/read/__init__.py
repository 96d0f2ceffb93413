"""`kijun read`: a published document becomes a standard."""
