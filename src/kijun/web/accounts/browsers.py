"""How is a browser called that says a long line about itself?"""

from __future__ import annotations

from typing import Final

_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
_LONGEST = 60


def browser_of(said: str) -> str:
    """Return browser and system of what a browser says about itself; what nobody knows is shown as it is, cut short.

    >>> browser_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0")
    'Edge, Windows'
    >>> browser_of("curl/8.1")
    'curl/8.1'
    """
    found = [next((name for sign, name in signs if sign in said), "") for signs in (_BROWSERS, _SYSTEMS)]
    return ", ".join(filter(None, found)) or said[:_LONGEST]
