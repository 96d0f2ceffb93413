"""The skill standard that runs."""
