"""What is said of a value that has not the shape that an operation declares, in either language?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kijun.text import Text
from kijun.web.api.wrong import ProblemShape
from kijun.web.library.templatetags.kijun import said

_MOST: Final = 50
_MOST_LETTERS: Final = 60
_WORDS: Final[Mapping[str, Text]] = {
    "missing": Text(ja="必要です", en="it is needed"),
    "extra_forbidden": Text(ja="ここにこの名前はありません", en="there is nothing of this name here"),
    "string_type": Text(ja="文字列を書きます", en="write a text"),
    "string_too_long": Text(ja="{max_length}文字までです", en="it has at most {max_length} letters"),
    "string_too_short": Text(ja="{min_length}文字以上です", en="it has at least {min_length} letters"),
    "string_pattern_mismatch": Text(ja="この形で書きます: {pattern}", en="write it in this form: {pattern}"),
    "int_type": Text(ja="整数を書きます", en="write a whole number"),
    "int_parsing": Text(ja="整数を書きます", en="write a whole number"),
    "int_from_float": Text(ja="整数を書きます", en="write a whole number"),
    "int_parsing_size": Text(ja="もっと小さな整数を書きます", en="write a smaller whole number"),
    "bool_type": Text(ja="trueかfalseを書きます", en="write true or false"),
    "bool_parsing": Text(ja="trueかfalseを書きます", en="write true or false"),
    "greater_than_equal": Text(ja="{ge}以上です", en="it is {ge} or more"),
    "less_than_equal": Text(ja="{le}以下です", en="it is {le} or less"),
    "literal_error": Text(ja="次のどれかです: {expected}", en="it is one of: {expected}"),
    "list_type": Text(ja="リストを書きます", en="write a list"),
    "dict_type": Text(ja="キーと値の組を書きます", en="write keys with values"),
    "model_attributes_type": Text(ja="キーと値の組を書きます", en="write keys with values"),
    "model_type": Text(ja="キーと値の組を書きます", en="write keys with values"),
    "too_long": Text(ja="{max_length}個までです", en="it has at most {max_length}"),
    "too_short": Text(ja="{min_length}個以上です", en="it has at least {min_length}"),
    "date_from_datetime_parsing": Text(ja="2026-04-01のように書きます", en="write it like 2026-04-01"),
    "date_parsing": Text(ja="2026-04-01のように書きます", en="write it like 2026-04-01"),
    "date_type": Text(ja="2026-04-01のように書きます", en="write it like 2026-04-01"),
}
_OTHER: Final = Text(
    ja="この操作が宣言している形の値を書きます", en="write a value of the shape that the operation declares"
)
_WHAT: Final = Text(ja="受け付けられない値", en="a value that cannot be taken")
_MISSING: Final = Text(ja="値がない", en="there is no value")


def problems_of(errors: Sequence[Mapping[str, Any]]) -> list[ProblemShape]:
    """Return what is wrong with the values of a request, one for each place."""
    return [_problem(each) for each in errors[:_MOST]]


def _problem(error: Mapping[str, Any]) -> ProblemShape:
    kind = str(error["type"])
    facts = {name: str(value) for name, value in (error.get("ctx") or {}).items()}
    return ProblemShape(
        code="missing" if kind == "missing" else "unknown" if kind == "extra_forbidden" else "shape",
        where=_where(error["loc"]),
        what=said(_MISSING) if kind == "missing" else said(_WHAT),
        expected=said(_WORDS.get(kind, _OTHER)).format(**facts) if facts or kind in _WORDS else said(_OTHER),
    )


def _where(loc: Sequence[str | int]) -> list[str]:
    """Return the place without the name that an operation gives its body, which no request holds."""
    steps = [str(each)[:_MOST_LETTERS] for each in loc]
    is_named = len(steps) > 1 and (steps[0] == "body" or steps[:2] == ["query", "given"])
    return [steps[0], *steps[2:]] if is_named else steps
