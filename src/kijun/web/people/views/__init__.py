"""The pages of a career record."""
