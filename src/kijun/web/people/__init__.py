"""Career records: what is on record of each person, since when, and how it came there."""
