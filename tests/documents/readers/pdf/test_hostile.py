"""Does a damaged or hostile page end in a result or a refusal, and in time?"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kijun.documents.readers.pdf.document import open_pdf
from kijun.documents.readers.refusal import Unreadable
from tests.documents.readers.pdf.making import drawn, first_page, typeset, words

_SEED = 20261121
_TIMES = 300
_TEXT = "BT /F1 10 Tf 1 0 0 1 50 50 Td (level 3) Tj ET "


def _changed(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 100))):
        at, other, length = chance.randrange(len(changed)), chance.randrange(len(changed)), chance.randrange(1, 40)
        match chance.randrange(3):
            case 0:
                changed[at] = chance.randrange(256)
            case 1 if len(changed) > 2 * length:
                del changed[at : at + length]
            case _:
                changed[at:at] = changed[other : other + length]
    return bytes(changed)


def test_a_damaged_page_is_read_or_refused(tmp_path: Path) -> None:
    content = typeset(tmp_path, "#table(columns: 2, fill: green, [甲], [乙], [丙], [丁])\n本文の行").read_bytes()
    chance = random.Random(_SEED)
    path = tmp_path / "damaged.pdf"
    read = 0
    for _ in range(_TIMES):
        path.write_bytes(_changed(content, chance))
        try:
            read += bool([*open_pdf(path).pages()])
        except Unreadable:
            continue
    assert 0 < read < _TIMES


def _scattered(count: int) -> str:
    chance = random.Random(_SEED)
    return "".join(f"1 0 0 1 {chance.randrange(590)} {chance.randrange(790)} Tm (ab) Tj " for _ in range(count))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("".join(f"{n % 590} {n % 790} 40 30 re f " for n in range(5_000)), id="many areas"),
        pytest.param(
            "".join(f"{n % 590} 0 0.5 800 re f 0 {n % 790} 600 0.5 re f " for n in range(5_000)), id="many rules"
        ),
        pytest.param(f"BT /F1 3 Tf {_scattered(5_000)} ET ", id="scattered words"),
        pytest.param(f"BT /F1 3 Tf {'1 0 0 1 100 100 Tm (ab) Tj ' * 5_000} ET ", id="words at one place"),
        pytest.param(
            f"BT /F1 1 Tf {''.join(f'1 0 0 1 {x} {n * 0.7} Tm (a) Tj ' for n in range(1_000) for x in (10, 30))} ET ",
            id="many rows in columns",
        ),
    ],
)
def test_a_page_that_is_made_to_cost_much_is_read(tmp_path: Path, content: str) -> None:
    assert words(first_page(drawn(tmp_path, content + _TEXT)))


@pytest.mark.parametrize("side", ["1000000000", "0.001", "-600"])
def test_a_page_of_absurd_size_does_no_harm(tmp_path: Path, side: str) -> None:
    path = drawn(tmp_path, _TEXT)
    path.write_bytes(path.read_bytes().replace(b"600 800", f"{side} 800".encode()))
    try:
        assert words(first_page(path)) in ([], ["level 3"])
    except Unreadable:
        return
