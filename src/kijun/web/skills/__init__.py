"""Ratings and knowledge of skill items, beside what the standard says of each level."""
