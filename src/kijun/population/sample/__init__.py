"""A population of invented people, to try things out on and to measure with."""
