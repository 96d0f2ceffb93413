"""The fixture that runs a command, for every test of the command line."""

from __future__ import annotations

from tests.cli.command import kijun

__all__ = ["kijun"]
