"""The skill passport, and the private links to it."""
