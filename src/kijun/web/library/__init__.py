"""The standards to read: editions, cells, skill items, with their citations."""
