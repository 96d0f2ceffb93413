"""What does each page look like? Pictures for people to look at, in the folder that KIJUN_SCREENSHOTS names.

`index.html` in that folder shows them side by side. Without the variable nothing is written.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from tests.browser.web.looking import DESK, PHONE, Window

_PAPER: Final = 794


def folder() -> Path | None:
    """Return the folder that pictures are wanted in."""
    named = os.environ.get("KIJUN_SCREENSHOTS")
    return Path(named) if named else None


def take_pictures(window: Window, name: str, language: str) -> None:
    """Picture the page that is shown: on a desk and a phone, in the light and in the dark, and on paper."""
    into = folder()
    if into is None:
        return
    into.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r"[^\w]+", "-", name).strip("-")
    for width in (DESK, PHONE):
        window.resize(width)
        for scheme in ("light", "dark"):
            window.page.emulate_media(color_scheme=scheme)
            window.page.screenshot(path=into / f"{plain}.{language}.{width}.{scheme}.png", full_page=True)
    window.resize(_PAPER)
    window.page.emulate_media(color_scheme="light", media="print")
    window.page.screenshot(path=into / f"{plain}.{language}.print.png", full_page=True)
    window.page.emulate_media(media="screen")
    window.resize(DESK)
    _write_index(into)


def _write_index(into: Path) -> None:
    names = sorted({path.name.split(".")[0] for path in into.glob("*.png")})
    rows = "".join(f"<h2>{name}</h2><p>{_shown(into, name)}</p>" for name in names)
    style = "<style>img{width:18%;height:320px;object-fit:cover;object-position:top;border:1px solid #999;margin:2px}</style>"
    (into / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>kijun</title>{style}{rows}", encoding="utf-8"
    )


def _shown(into: Path, name: str) -> str:
    pictures = sorted(path.name for path in into.glob(f"{name}.*.png"))
    return "".join(
        f'<a href="{each}"><img src="{each}" alt="{each}" title="{each}" loading="lazy"></a>' for each in pictures
    )
