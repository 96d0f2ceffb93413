"""Do lines fit a narrow terminal, in both languages, without a broken bracket or a column of single words?"""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from kijun.cli.layout import wrap
from tests.cli.command import HARDWARE, ON, Kijun, both_languages

WIDTH = 80


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the output go to a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.setenv("FORCE_COLOR", "1")


def shown(words: str) -> list[str]:
    return re.sub(r"\x1b\[[0-9;]*m", "", words).splitlines()


def test_no_line_ends_with_an_opening_mark_or_begins_with_a_closing_one() -> None:
    words = "専門性: ファシリティの知識を「独力での実践」以上(評価なし)で身につける"
    for width in range(8, 40):
        lines = wrap(words, width)
        assert "".join(lines).replace(" ", "") == words.replace(" ", "")
        assert [line for line in lines if line[-1] in "「("] == []
        assert [line for line in lines if line[0] in "」)、"] == []


@both_languages
@pytest.mark.usefixtures("narrow")
def test_the_map_fits_eighty_columns_with_its_legend_and_its_nearest_cells(language: str, kijun: Kijun) -> None:
    lines = shown(kijun("--lang", language, "map", HARDWARE, *ON).out)
    assert [line for line in lines if cell_len(line) > WIDTH + 1 and "kijun" not in line] == []
    legend = [line for line in lines if "●" in line or "–" in line]
    assert all(line.startswith("  ") for line in legend)
    assert sum(("–" in line and "手元の資料になし" in line) or "– not in the source" in line for line in lines) == 1


@pytest.mark.usefixtures("narrow")
def test_long_names_stand_above_their_words(kijun: Kijun) -> None:
    lines = shown(kijun("map", HARDWARE, *ON, "--nearest", "20").out)
    place = lines.index("     Consulting Sales by Visiting Customers, level 3")
    assert lines[place + 1].startswith("       ")
    assert lines[place + 2].startswith("       responsibility: ")
