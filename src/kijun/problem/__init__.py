"""What is wrong with a file, where, what was expected, and what to do."""

from kijun.problem.problem import Path, Place, Problem, Severity

__all__ = ["Path", "Place", "Problem", "Severity"]
