"""Of which kind is a document?

What stands in it counts first, its name second: an extract of a web page is called `.txt`, and a text may be called `.pdf`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

from kijun.text import Text

TextKind = Literal["text", "markdown", "html"]
_BEFORE: Final = re.compile(r"\s+|<\?xml[^>]*>|<!--.*?-->", re.DOTALL)
_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:p|b|i|u|em|strong|br|hr|div|span|font|table|tbody|tr|td|th|ul|ol|li|h[1-6]|input|label|a|img|center|section)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"^#{1,6} \S", re.MULTILINE)
_DELIMITER: Final = re.compile(r"^(?=[^\n]*\|)(?=[^\n]*--)[ \t|:-]+$", re.MULTILINE)
_TASK: Final = re.compile(r"^[ \t]*[-*+] \[[ xX]\] ", re.MULTILINE)
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mkd")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_LOOKED_AT: Final = 200_000
_FEWEST: Final = 2
"""So many tags or headings make a text Markdown; a single one may be a remark on them."""

_OTHER: Final[tuple[tuple[bytes, Text], ...]] = (
    (b"\x89PNG", Text(ja="画像(PNG)です", en="This is a picture (PNG)")),
    (b"\xff\xd8\xff", Text(ja="画像(JPEG)です", en="This is a picture (JPEG)")),
    (b"GIF8", Text(ja="画像(GIF)です", en="This is a picture (GIF)")),
    (b"II*\0", Text(ja="画像(TIFF)です", en="This is a picture (TIFF)")),
    (b"MM\0*", Text(ja="画像(TIFF)です", en="This is a picture (TIFF)")),
    (b"{\\rtf", Text(ja="RTFの文書です", en="This is an RTF document")),
    (b"%!PS", Text(ja="PostScriptの文書です", en="This is a PostScript document")),
    (b"\x1f\x8b", Text(ja="圧縮ファイル(gzip)です", en="This is an archive (gzip)")),
    (b"7z\xbc\xaf", Text(ja="圧縮ファイル(7z)です", en="This is an archive (7z)")),
)
UNKNOWN: Final = Text(
    ja="文字のファイルではなく、知らない形式です", en="It is not text, and of a kind that is not known"
)


def other_kind(raw: bytes) -> Text | None:
    """Return what a file is that is none of the documents that are read, where its first bytes tell."""
    return next((said for mark, said in _OTHER if raw.startswith(mark)), None)


def kind_of_text(text: str, path: Path) -> TextKind:
    """Return how a text is marked up: a web page, Markdown (which may hold HTML), or not at all."""
    begin = text[:_LOOKED_AT]
    ending = path.suffix.lower()
    start = 0
    while found := _BEFORE.match(begin, start):
        start = found.end()
    if _PAGE.match(begin, start):
        return "html"
    tags = _many(_TAG, begin)
    if tags and (ending in _HTML_NAMES or begin.lstrip().startswith("<")) and not _HEADING.search(begin):
        return "html"
    if ending in _MARKDOWN_NAMES:
        return "markdown"
    if tags or _many(_HEADING, begin) or _DELIMITER.search(begin) or _TASK.search(begin):
        return "markdown"
    return "text"


def _many(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.finditer(text)
    return all(next(found, None) for _ in range(_FEWEST))
