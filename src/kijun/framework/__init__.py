"""One edition of one standard: what it asks, in which words, and what it asks once every silent point is answered."""
