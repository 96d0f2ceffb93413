"""Which customers does a size name, how far do they reach, and is "or equivalent" printed?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kijun.documents.glossary import Glossary

KIND: Final = "customers"

_EQUIVALENT: Final = re.compile(
    r"、?(?:又は|または|もしくは|若しくは|あるいは)(?:それら?|これら?)?に?(?:相当|準)(?:する|ずる)[^、。]{0,6}"
    r"|,? ?\bor (?:the |an |their )?equivalents?(?: (?:users?|customers?|ones?|to (?:it|them|these|those)))?"
)
_SERVES: Final = re.compile(r"(?:を|への|に対する|に対して)?(?:担当|サービス活動|サービス提供|サポート).*$")
_SERVES_EN: Final = re.compile(r"^(?:in charge of|serv(?:es|ing)|responsible for|for) ")
_AS: Final = re.compile(r"^[^、。]*として")
_OR: Final = re.compile(r"、|又は|または|もしくは|若しくは|あるいは|,? \bor\b |, ")
_NAMED: Final = re.compile(
    r"広域|業界|インダストリ|全国|海外|世界|社会インフラ|特定ユーザ|地域"
    r"|\b(?:nationwide|overseas|worldwide|abroad|regions?|industr(?:y|ies)|infrastructure|specific users?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Customers:
    """The reaches that are named, any one of them, and whether customers equivalent to them will do."""

    reaches: tuple[str, ...]
    or_equivalent: bool


def names_customers(text: str) -> bool:
    """Return whether words name customers at all."""
    return _NAMED.search(text) is not None


def customers_in(text: str, glossary: Glossary) -> Customers | None:
    """Return the customers that a folded text names, or None where it names others than the glossary knows."""
    or_equivalent = _EQUIVALENT.search(text) is not None
    rest = _SERVES.sub("", _AS.sub("", _EQUIVALENT.sub("", text))).strip(" 、,.。")
    reaches: list[str] = []
    for piece in _OR.split(_SERVES_EN.sub("", rest)):
        if not piece.strip():
            continue
        reach = glossary.find(KIND, piece.strip())
        if reach is None:
            return None
        reaches.append(reach)
    return Customers(reaches=tuple(dict.fromkeys(reaches)), or_equivalent=or_equivalent) if reaches else None
