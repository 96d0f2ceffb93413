"""The files that stand behind entries as evidence: what is taken, where the bytes lie, and when they go."""
