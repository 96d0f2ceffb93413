"""A small company to look around in: who works there, and what each of them has on record."""
