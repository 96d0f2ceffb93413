"""What does a document look like that lost a number on its way, and which value must then be asked about?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A pattern whose first find is replaced, and the value, below a cell, that nobody can tell any more."""

    name: str
    pattern: re.Pattern[str]
    put: str
    lost: str


_NUMBER: Final = "[0-9０-９一二三四五六七八九十]+"
DAMAGES: Final = (
    Damage(
        name="how many conditions",
        pattern=re.compile(rf"(以下|次)の{_NUMBER}項目以上の条件"),
        put=r"\1の項目以上の条件",
        lost="complexity/at_least",
    ),
    Damage(
        name="a number that became a letter",
        pattern=re.compile(rf"(以下|次)の{_NUMBER}項目以上の条件"),
        put=r"\1のB項目以上の条件",
        lost="complexity/at_least",
    ),
    Damage(
        name="how many kinds",
        pattern=re.compile(rf"次の{_NUMBER}項目以上の実績"),
        put="次の■項目以上の実績",
        lost="succession/at_least",
    ),
    Damage(
        name="how many times",
        pattern=re.compile(rf"の活動([をに]){_NUMBER}(回|年)以上"),
        put=r"の活動\1 \2以上",
        lost="responsibility/at_least",
    ),
    Damage(
        name="of which level",
        pattern=re.compile(r"他はレベル[0-9０-９]以上"),
        put="他はレベル以上",
        lost="responsibility/slots",
    ),
    Damage(
        name="which way a bound goes",
        pattern=re.compile(rf"({_NUMBER}(?:人月|[人台円]|ノード|拠点|箇所|㎡))以上(?={_NUMBER})"),
        put=r"\1以",
        lost="size",
    ),
    Damage(
        name="what was done",
        pattern=re.compile(r"(回以上（[^）]*）|年以上（[^）]*）)成功裡に遂行した"),
        put=r"\1した",
        lost="responsibility/outcome",
    ),
)
"""Damages of Japanese documents. A document that does not hold a pattern is not damaged by it."""
