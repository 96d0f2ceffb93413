"""What differs between two editions, where both are printed, and whether it is harder or easier."""
