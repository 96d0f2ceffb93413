"""How does the type checker come to know the models? By Django's plugin, on the application's own settings.

The settings make a data folder where they find none: here it is one inside the checker's own cache.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ["KIJUN_DATA"] = str(Path(__file__).resolve().parents[2] / ".mypy_cache" / "kijun-data")

from mypy_django_plugin.main import plugin  # it reads the settings

__all__ = ["plugin"]
