"""How may a file go wrong in somebody's hands? Lines lost, bytes flipped, values that nobody would expect.

Everything is drawn from one source of randomness, so that a seed, or hypothesis, finds the same file again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

import yaml

ODD: Final = (
    *("", "~", "null", "true", "no", "0", "-1", "-0", "1e308", "1e999", ".nan", "-.inf", "NaN", "Infinity", "0x1F"),
    *(
        "99999999999999999999",
        "9" * 5000,
        "1_000",
        "2,5",
        "1,000,000",
        "１２",
        "１２０，０００",
        "３.５",
        "三",
        "½",
        "٣",
    ),
    *("'", '"', "[", "]", "{", "}", "[]", "{}", "- x", "*a", "&a b", "!!python/object:os.system x", "!x y", "<<: *a"),
    *("? a", "? [a]: b", "%", "@", "`", "|", ">", "#", "---", "...", ": ", ",", "\\", '"\\ud800"', '"\\x1b[31m"'),
    *(
        "2021-02-30",
        "0001-01-01",
        "9999-12-31",
        "2021-13",
        "令和99年1月",
        "令和元年5月",
        "２０２１年４月",
        "昭和64年1月8日",
    ),
    *("\x00", "\x1b[31m", "\x07", "\x85", "\u2028", "\ufeff", "\ufffe", "\U0001f642", "é", "a" * 10_000, "[" * 100),
    *("hardware/5", "itss/v3-2011/customer-service/hardware/5", "itss/v3-2011/customer-service/hardware/5/size/1"),
    *("{a: 1, a: 2}", "[1, [2, [3]]]", "{ja: x}", "{ja: x, en: y}", "2021-04-01", "2021年4月", "engagements", "AP"),
)
ENCODINGS: Final = ("utf-16", "utf-16-le", "utf-8-sig", "shift_jis", "euc_jp", "latin-1")
_SCALAR: Final = re.compile(r"(?<=[:\[,-]) ?[^\s:\[\]{},#][^:\[\]{},#\n]*")
_KEY: Final = re.compile(r"[\w$]+(?=:)")
_DAY: Final = re.compile(r"\b\d{4}-\d\d(-\d\d)?\b")
_NUMBER: Final = re.compile(r"(?<=: )\d+\b(?!-)")
_WORD: Final = re.compile(r"\b[a-z]+(-[a-z]+)+\b")
DAYS: Final = (
    *("1900-01-01", "2199-12-31", "2020-02-29", "2024-02", "2026-04-01", "2026-04-02", "2150-01", "1989年1月7日"),
    *("平成元年1月8日", "令和元年5月", "２０１９年４月３０日", "2021/4/1", "2021.04"),
)
NUMBERS: Final = ("0", "1", "2", "3", "7", "12", "49", "50", "300", "5000", "１２", "1,200", "9999")


def mutated(text: str, random: Random) -> bytes:
    """Return a file's text with one to four things changed; some changes leave it in order."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        text = random.choice(MUTATIONS if random.random() < 0.6 else GENTLE)(text, random)
    raw = text.encode("utf-8", errors="surrogatepass")
    if random.random() < 0.03:
        raw = text.encode(random.choice(ENCODINGS), errors="replace")
    if random.random() < 0.05:
        raw = _with_bad_bytes(raw, random)
    return raw


def as_json(text: str) -> str:
    """Return a YAML text as JSON."""
    return json.dumps(yaml.safe_load(text), ensure_ascii=False, indent=1, default=str)


def _with_bad_bytes(raw: bytes, random: Random) -> bytes:
    found = bytearray(raw)
    for _ in range(random.randint(1, 8)):
        if found:
            found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _lines(change: Callable[[list[str], Random], None]) -> Callable[[str, Random], str]:
    def mutate(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random)
        return "\n".join(lines)

    return mutate


def _drop(lines: list[str], random: Random) -> None:
    start = random.randrange(len(lines))
    del lines[start : start + random.randint(1, 3)]


def _repeat(lines: list[str], random: Random) -> None:
    lines.insert(random.randrange(len(lines) + 1), random.choice(lines) if lines else "")


def _swap(lines: list[str], random: Random) -> None:
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]


def _indent(lines: list[str], random: Random) -> None:
    position = random.randrange(len(lines))
    lines[position] = random.choice(("", " ", "  ", "\t", "    ")) + lines[position].lstrip()


def _insert(lines: list[str], random: Random) -> None:
    lines.insert(random.randrange(len(lines) + 1), " " * random.randint(0, 6) + random.choice(ODD))


def _replace(pattern: re.Pattern[str], words: Sequence[str]) -> Callable[[str, Random], str]:
    def mutate(text: str, random: Random) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text
        place = random.choice(found)
        return text[: place.start()] + " " * (pattern is _SCALAR) + random.choice(words) + text[place.end() :]

    return mutate


def _cut(text: str, random: Random) -> str:
    return text[: random.randrange(len(text) + 1)]


def _put(text: str, random: Random) -> str:
    position = random.randrange(len(text) + 1)
    return text[:position] + random.choice(ODD) + text[position:]


def _move(text: str, random: Random) -> str:
    """Put a piece of the text somewhere else in it."""
    start, to = random.randrange(len(text) + 1), random.randrange(len(text) + 1)
    return text[:to] + text[start : start + random.randint(1, 200)] + text[to:]


def _another(text: str, random: Random) -> str:
    """Put one value of the text in place of another."""
    found = [each.group() for each in _SCALAR.finditer(text)]
    return _replace(_SCALAR, found)(text, random) if found else text


def _exchange(text: str, random: Random) -> str:
    """Put one word of the text in place of another."""
    found = [each.group() for each in _WORD.finditer(text)]
    return _replace(_WORD, found)(text, random) if found else text


GENTLE: Final = (_replace(_DAY, DAYS), _replace(_NUMBER, NUMBERS), _exchange, _lines(_drop), _lines(_swap))
MUTATIONS: Final[tuple[Callable[[str, Random], str], ...]] = (
    *(_replace(_SCALAR, ODD), _replace(_SCALAR, ODD), _replace(_SCALAR, ODD), _replace(_KEY, ODD), _another, _another),
    *(_lines(_drop), _lines(_repeat), _lines(_swap), _lines(_indent), _lines(_insert), _cut, _put, _move),
)
