"""A record judged: the career map, the proof of a cell, what changed and why."""
