"""What somebody tries who wants to see or do what is not theirs, and what becomes of it."""
