"""Is there any document that makes a traceback? A long run: python -m tests.documents.fuzz --kind text --count 200000 --seed 1.

Each file is a small document that we wrote, with a few things wrong. It is opened as `kijun read` opens it, read page by page and made
a standard. What is raised, other than the refusal of a document that cannot be read, and a standard that does not load, ends the run
with the file and its seed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

import docx
import pikepdf
from lxml import etree

from kijun.documents.read import Asked, read_documents
from kijun.documents.readers.open import open_document
from kijun.documents.readers.refusal import Unreadable
from tests.documents.loaded import problems_of

EXAMPLES: Final = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "examples" / "documents").glob("*.txt"))
)
"""The documents of an invented company that the docs read."""
TEXT: Final = (
    "案内係の達成度指標 \n\n専門分野 窓口   レベル４\n【ビジネス貢献】\n●責任性\n窓口の責任者として、受付を３回以上\n（内１回以上は\n"
    "レベル４）成功裡に行った。\n□ 夜間の受付    □多言語の受付\n\fDesk guide, Level 3\n\tat least 2 of 5, 1,000 visitors or more\n"
)
MARKDOWN: Final = (
    "# 案内係\n\n## 達成度指標 ##\n\n- ・受付\n- [ ] 夜間の受付\n\n| 分野 | 窓口 |\n|---|:-:|\n| 4 | **有** |\n\n"
    '<p><b>●責任性</b> 窓口の責任者</p> <p><input type="checkbox"/>夜間&nbsp;&nbsp;<br>受付</p>\n1. 一つ\n> 引用 `x` [文](y)\n'
)
HTML: Final = (
    "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>案内係</h1><table><tr bgcolor='#0f0'>"
    '<td colspan=2>有<td rowspan="2" style="background: rgb(0 128 0)">無<tr><td>3<th>4</table><p hidden>x<div>受付 &lt; 3'
    "<ul><li>夜間<li><input type=checkbox>多言語</ul><!-- x --><pre>a  b\n</pre></div></body></html>\n"
)
ODD: Final = (
    *(
        "",
        "<",
        ">",
        "&",
        "&#",
        "&#0;",
        "&#xd800;",
        "&nbsp",
        "<!--",
        "-->",
        "<![CDATA[",
        "</",
        "<p",
        "</p>",
        "<td rowspan=99999>",
    ),
    *(
        "<table>",
        "</table>",
        "<tr>",
        "<td colspan=-1>",
        "<script>",
        '<p style="display:none">',
        '<a b="',
        "='",
        "<br/>",
        "\ufdd0",
    ),
    *(
        "|",
        "|--|",
        "\\",
        "**",
        "__",
        "`",
        "```",
        "# ",
        "- ",
        "> ",
        "[x]",
        "![a](b)",
        "\n",
        "\r",
        "\r\n",
        "\f",
        "\v",
        "\x85",
        "\u2028",
    ),
    *(
        "\x00",
        "\x1a",
        "\ufeff",
        "\u3000",
        "\t",
        "☑",
        "□",
        "\ud800",
        "é",
        "ｶﾞ",
        "９" * 50,
        " " * 300,
        "<div>" * 300,
        "\U0001f642",
    ),
)
ENCODINGS: Final = ("utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-8-sig", "cp932", "euc_jp", "latin-1")
_XML_ODD: Final = (
    "",
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<!-- x -->",
    "&x;",
    "&#1;",
    "<?x?>",
    "<![CDATA[",
    "\x00",
    '"',
    "<!DOCTYPE x>",
)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRANGE: Final = (
    *(
        "<w:p/>",
        "<w:tbl/>",
        "<w:tr/>",
        "<w:tc/>",
        "<w:r/>",
        "<w:br/>",
        '<w:br w:type="page"/>',
        "<w:sdt/>",
        "<!-- x -->",
        "<?x?>",
    ),
    *(
        "<w:vMerge/>",
        '<w:gridSpan w:val="999999"/>',
        '<w:gridSpan w:val="-1"/>',
        '<w:sym w:char="zz"/>',
        '<w:sym w:char="D800"/>',
    ),
    *(
        '<w:shd w:fill="zz" w:val="pct15"/>',
        "<w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent>",
        "<w:rPr><w:vanish/></w:rPr>",
    ),
    *(
        "<w:pPr><w:sectPr/></w:pPr>",
        '<w:numId w:val="1"/>',
        "<w:lastRenderedPageBreak/>",
        "<w:del><w:r><w:t>x</w:t></w:r></w:del>",
    ),
    *(
        "<w:sdt><w:sdtPr><w:checkbox/></w:sdtPr></w:sdt>",
        "<w:checkBox/>",
        "<AlternateContent><Fallback/></AlternateContent>",
        "<w:t>窓口</w:t>",
    ),
    "<w:tbl>" * 60 + "</w:tbl>" * 60,
)


def _put(text: str, random: Random, odd: tuple[str, ...]) -> str:
    """Return a text with one thing changed: a piece lost, repeated, moved, or something odd put in."""
    start, to = random.randrange(len(text) + 1), random.randrange(len(text) + 1)
    piece = text[start : start + random.choice((1, 3, 10, 60, 400))]
    match random.randrange(4):
        case 0:
            return text[:start] + text[start + len(piece) :]
        case 1:
            return text[:to] + piece + text[to:]
        case 2:
            return text[:start]
        case _:
            return text[:to] + random.choice(odd) + text[to:]


def _flip(raw: bytes, random: Random) -> bytes:
    found = bytearray(raw)
    for _ in range(random.randint(1, 12) if found else 0):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found[: random.randrange(len(found) + 1)] if random.random() < 0.1 else found)


def _marked_up(begin: str) -> Callable[[Random], bytes]:
    def make(random: Random) -> bytes:
        text = begin
        for _ in range(random.randint(1, 6)):
            text = _put(text, random, ODD)
        raw = text.encode(random.choice(ENCODINGS), errors="replace")
        return _flip(raw, random) if random.random() < 0.15 else raw

    return make


@cache
def word() -> Mapping[str, bytes]:
    """Return the parts of a Word document that holds a bit of everything."""
    document, out = docx.Document(), BytesIO()
    document.add_heading("案内係の概要", 1)
    document.add_paragraph("夜間の受付", style="List Bullet")
    document.add_paragraph("前半").add_run().add_break()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "分野"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "窓口"
    for line in EXAMPLES[0].splitlines()[:44]:
        document.add_paragraph(line)
    document.add_page_break()  # type: ignore[no-untyped-call]  # the library has no type for it
    document.sections[0].header.paragraphs[0].text = "頭書き"
    document.save(out)
    with zipfile.ZipFile(out) as container:
        return {name: container.read(name) for name in container.namelist() if "theme" not in name}


def _word(random: Random) -> bytes:
    chosen = random.choice(("word/document.xml",) * 3 + ("word/numbering.xml", "word/styles.xml", "word/header1.xml"))
    change = _grafted if random.random() < 0.8 else _torn
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, part in word().items():
            if random.random() < 0.99:
                container.writestr(name, change(part, random) if name == chosen else part)
    return _flip(out.getvalue(), random) if random.random() < 0.1 else out.getvalue()


def _torn(part: bytes, random: Random) -> bytes:
    return _put(part.decode(), random, _XML_ODD).encode(errors="replace")


def _grafted(part: bytes, random: Random) -> bytes:
    """Return a part whose elements stand in other places, are lost, are strange ones, or say something odd."""
    root = etree.fromstring(part)
    for _ in range(random.randint(1, 8)):
        elements = [each for each in root.iter() if isinstance(each.tag, str) and each.getparent() is not None]
        if not elements:
            break
        one, other = random.choice(elements), random.choice(elements)
        match random.randrange(4):
            case 0:
                one.append(deepcopy(other))
            case 1:
                parent = one.getparent()
                assert parent is not None
                parent.remove(one)
            case 2:
                one.insert(random.randint(0, len(one)), _strange(random))
            case _:
                for name in one.attrib:
                    one.set(
                        name, random.choice(("", "-1", "99999999", "x", "restart", "pct30", "F0B7", "ff00ff", "true"))
                    )
    return etree.tostring(root)


def _strange(random: Random) -> etree._Element:
    fragment = f'<x xmlns:w="{_WORD}">{random.choice(_STRANGE)}</x>'
    return etree.fromstring(fragment)[0]


def _drawn(text: str) -> bytes:
    """Return a PDF of one page that draws the lines of a text, with a ruled table whose cells are filled; nothing is compressed."""
    made, out = pikepdf.new(), BytesIO()
    page = made.add_blank_page(page_size=(600, 800))
    lines = [line.encode("latin-1", "replace") for line in text.splitlines()[:60]]
    shown = b"".join(
        b"1 0 0 1 20 %d Tm (%s) Tj\n" % (780 - 12 * at, re.sub(rb"([()\\])", rb"\\\1", line))
        for at, line in enumerate(lines)
    )
    table = b"0 1 0 rg 300 20 80 20 re f 0 0 0 RG 220 20 160 60 re S 220 40 m 380 40 l S 300 20 m 300 80 l S\n"
    words = b"1 0 0 1 225 25 Tm (Level 3) Tj 1 0 0 1 225 45 Tm (Level 4) Tj\n"
    page.Contents = made.make_stream(table + b"0 g BT /F 9 Tf\n" + shown + words + b"ET")
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    made.save(out, compress_streams=False)
    return out.getvalue()


def _pdf(random: Random) -> bytes:
    text = "\n".join(EXAMPLES[0].splitlines()[random.choice((0, 16, 43)) :])
    for _ in range(random.randint(0, 5)):
        text = _put(text, random, ODD)
    raw = _drawn(text)
    return _flip(raw, random) if random.random() < 0.5 else raw


KINDS: Final[Mapping[str, tuple[tuple[str, Callable[[Random], bytes]], ...]]] = {
    "text": (
        *(("a.txt", _marked_up(text)) for text in EXAMPLES),
        ("a.txt", _marked_up(TEXT)),
        ("a.md", _marked_up(MARKDOWN)),
    ),
    "html": (("a.html", _marked_up(HTML)), ("a.txt", _marked_up(HTML))),
    "docx": (("a.docx", _word),),
    "pdf": (("a.pdf", _pdf),),
}


def try_one(kind: str, seed: str, folder: Path) -> str:
    """Read the document of one seed; return what came of it."""
    random = Random(seed)
    name, make = random.choice(KINDS[kind])
    path = folder / name
    path.write_bytes(make(random))
    try:
        document = open_document(path)
        pages = list(document.pages())
    except Unreadable as refused:
        return "/".join(problem.code for problem in refused.problems)  # type: ignore[attr-defined]  # they are problems
    assert len(pages) == document.count, f"{document.count} pages were promised, {len(pages)} came"
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(
        line.text.strip() and line.place.line > 0 and line.place.column > 0 for page in pages for line in page.lines
    )
    assert all(row for page in pages for grid in page.grids for row in grid.rows)
    read = read_documents(Asked(files=(path,), edition="draft/fuzzed", is_shipped=False), {}, date(2026, 11, 21))
    if read is None:
        return f"{document.format}: nothing found"
    assert not (found := problems_of(read)), found[0]
    return f"{document.format}: {'asked about' if read.questions else 'read'}"


def fuzz(kind: str, count: int, seed: int) -> int:
    """Read so many documents; return 1 where one of them made a traceback, and say which."""
    outcomes: Counter[str] = Counter()
    started = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            name = f"{kind}/{seed}/{number}"
            try:
                outcomes[try_one(kind, name, Path(folder))] += 1
            except BaseException:
                kept = Path(tempfile.mkdtemp(prefix="kijun-fuzz-"))
                for path in Path(folder).iterdir():
                    path.rename(kept / path.name)
                sys.stderr.write(f"seed {name}: the file is kept in {kept}\n")
                raise
    sys.stdout.write(f"{count} documents ({kind}), seed {seed}, {perf_counter() - started:.0f} s: no traceback\n")
    for outcome, times in sorted(outcomes.items()):
        sys.stdout.write(f"  {outcome:20}{times:8}\n")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Look for a document that makes a traceback.")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=tuple(KINDS), default="text")
    asked = parser.parse_args()
    sys.exit(fuzz(asked.kind, asked.count, asked.seed))
