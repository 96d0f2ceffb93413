"""How is a syntax error said in both languages?

The parsers of YAML and JSON speak English, and to those who wrote them; here is what they mean. What is not listed is said
in their own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kijun.text import Text, same


def _text(ja: str, en: str) -> Text:
    return Text(ja=ja, en=en)


_STARTS_NOTHING = _text(
    "ここに書けない文字がある(タブ、@、`など)", "a character that may not stand here (a tab, @ or `)"
)
_NO_KEY = _text("ここには「キー: 値」が来るはずである", "a line of the form `key: value` was expected")
_NO_VALUE = _text("ここには値が来るはずである", "a value was expected")
_UNCLOSED_LIST = _text("一覧の「,」か「]」がない", 'a "," or "]" of a list is missing')
_UNCLOSED_MAPPING = _text("組の「,」か「}」がない", 'a "," or "}" of a mapping is missing')
_UNCLOSED_TEXT = _text("引用符が閉じていない", "a quotation mark is not closed")
_NO_COLON = _text("キーの後の「:」がない", 'the ":" after a key is missing')
_ESCAPE = _text("\\の後に使えない文字がある", "a character that may not follow a backslash")
_CONTROL = _text("制御文字がある", "a control character")
_BAD_MARK = _text("「*」「&」「!」の後に名前がない", 'no name after "*", "&" or "!"')
_MORE = _text("終わったはずの後にまだ続きがある", "something follows what should be the end")
_COMMA = _text("「,」がない", 'a "," is missing')
_QUOTED_KEY = _text('キーは"で囲む', 'a key in double quotes was expected ("...")')
_DIRECTIVE = _text("%で始まる指示は使えない", "a line may not start with %")

_MEANINGS: Final[Mapping[str, Text]] = {
    "mapping values are not allowed in this context": _text(
        "ここに「キー: 値」は書けない(字下げが違うか、引用符のない文に「: 」がある)",
        'a `key: value` may not stand here (wrong indentation, or ": " in text without quotes)',
    ),
    "block sequence entries are not allowed in this context": _text(
        "ここに「- 」は書けない(字下げを確かめる)", 'a "- " may not stand here (look at the indentation)'
    ),
    "found character that cannot start any token": _STARTS_NOTHING,
    "found a tab character that violates indentation": _text("字下げにタブがある", "a tab in the indentation"),
    "found a tab character where an indentation space is expected": _text(
        "字下げにタブがある", "a tab in the indentation"
    ),
    "could not find expected ':'": _NO_COLON,
    "Expecting ':' delimiter": _NO_COLON,
    "did not find expected key": _NO_KEY,
    "did not find expected <document start>": _MORE,
    "did not find expected '-' indicator": _text(
        "ここには「- 」が来るはずである(字下げを確かめる)", 'a "- " was expected (look at the indentation)'
    ),
    "did not find expected node content": _NO_VALUE,
    "Expecting value": _NO_VALUE,
    "did not find expected ',' or ']'": _UNCLOSED_LIST,
    "did not find expected ',' or '}'": _UNCLOSED_MAPPING,
    "Expecting ',' delimiter": _COMMA,
    "Expecting property name enclosed in double quotes": _QUOTED_KEY,
    "found unexpected end of stream": _UNCLOSED_TEXT,
    "found unexpected document indicator": _UNCLOSED_TEXT,
    "Unterminated string starting at": _UNCLOSED_TEXT,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "Invalid \\escape": _ESCAPE,
    "Invalid \\uXXXX escape": _ESCAPE,
    "control characters are not allowed": _CONTROL,
    "Invalid control character at": _CONTROL,
    "did not find expected alphabetic or numeric character": _BAD_MARK,
    "Extra data": _MORE,
    "could not find expected directive name": _DIRECTIVE,
    "found unknown directive name": _DIRECTIVE,
    "found incompatible YAML document": _DIRECTIVE,
}


def say_syntax(reason: str) -> Text:
    """Return what a parser's message means; one that is not known is said as it is.

    >>> say_syntax("Expecting value").en
    'a value was expected'
    """
    return _MEANINGS.get(reason.strip(), same(reason))
