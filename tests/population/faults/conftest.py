"""Commands are run as the tests of the command line run them."""

from __future__ import annotations

from tests.cli.command import kijun

__all__ = ["kijun"]
