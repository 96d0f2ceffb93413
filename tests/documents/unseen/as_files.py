"""How does a document become a file: text, Markdown with HTML in it, a web page, a Word file, a PDF?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from random import Random
from typing import Final

import docx
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.unseen.blocks import Block, Chart
from tests.documents.unseen.layout import Layout, chart_lines, set_as_text

_COLOUR: Final = "9DC3E6"
_FONTS: Final = Path(__file__).resolve().parents[3] / "src" / "kijun" / "report" / "fonts"
_APART: Final = "\u00a0\u00a0 "
_BOX: Final = '<input type="checkbox"/>'


def write_text(blocks: Sequence[Block], layout: Layout, path: Path) -> Path:
    """Write a text extract."""
    path.write_text(set_as_text(blocks, layout), encoding="utf-8")
    return path


def write_markdown(blocks: Sequence[Block], path: Path) -> Path:
    """Write Markdown in which each cell is one long line of HTML, options parted by no-break spaces."""
    lines: list[str] = []
    inside: list[str] = []
    for block in blocks:
        match block.kind:
            case "title" | "heading" | "table":
                lines += [" ".join(inside), ""] if inside else []
                inside = []
                lines += [*_marked_heading(block), ""]
            case "options":
                inside.append(f"<p>{_APART.join(_BOX + escape(each) for each in block.options)}</p>")
            case "section":
                inside.append(f"<p><b>{escape(block.text)}</b></p>")
            case "part":
                inside.append(f"<p>{block.text[0]}<b>{escape(block.text[1:])}</b>")
            case _ if inside and inside[-1].endswith("</b>"):
                inside[-1] += f" {escape(block.text)}</p>"
            case _:
                inside.append(f"<p>{escape(block.text)}</p>")
    lines += [" ".join(inside), ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _marked_heading(block: Block) -> list[str]:
    if block.kind == "table" and block.chart is not None:
        return [*chart_lines(block.chart)]
    return [f"# {block.text}"] if block.kind == "title" else ["\t".join(block.text.split())]


def write_html(blocks: Sequence[Block], path: Path) -> Path:
    """Write a web page: paragraphs, and a chart as a table whose cells have a background."""
    body: list[str] = []
    for block in blocks:
        match block.kind:
            case "title":
                body.append(f"<h2>{escape(block.text)}</h2>")
            case "heading":
                body.append(f"<h3>{escape(block.text)}</h3>")
            case "options":
                body.append(f"<ul>{''.join(f'<li>□{escape(each)}</li>' for each in block.options)}</ul>")
            case "table":
                assert block.chart is not None  # a table is a chart
                body.append(_html_chart(block.chart))
            case _:
                body.append(f"<p>{escape(block.text)}</p>")
    page = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body>{''.join(body)}</body></html>"
    )
    path.write_text(page, encoding="utf-8")
    return path


def _html_chart(chart: Chart) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in [chart.corner, *chart.fields])
    rows = "".join(
        f"<tr><th>{escape(name)}</th>{''.join(_html_cells(chart, level))}</tr>" for level, name in chart.levels
    )
    return f"<table><tr>{head}</tr>{rows}</table>"


def _html_cells(chart: Chart, level: int) -> Iterator[str]:
    for each in chart.fields:
        yield f'<td style="background-color: #{_COLOUR}"></td>' if (each, level) in chart.filled else "<td></td>"


def write_docx(blocks: Sequence[Block], path: Path) -> Path:
    """Write a Word file: a paragraph for each piece, a table for a chart."""
    document = docx.Document()
    for block in blocks:
        match block.kind:
            case "options":
                for label in block.options:
                    document.add_paragraph(f"□{label}")
            case "table":
                assert block.chart is not None  # a table is a chart
                docx_chart(document, block.chart)
            case "title":
                document.add_heading(block.text, level=1)
            case _:
                document.add_paragraph(block.text)
    document.save(str(path))
    return path


def docx_chart(document: docx.document.Document, chart: Chart) -> None:
    """Add a chart to a Word file: a table whose cells are shaded."""
    table = document.add_table(rows=1 + len(chart.levels), cols=1 + len(chart.fields))
    for column, name in enumerate([chart.corner, *chart.fields]):
        table.cell(0, column).text = name
    for row, (level, name) in enumerate(chart.levels, start=1):
        table.cell(row, 0).text = name
        for column, each in enumerate(chart.fields, start=1):
            if (each, level) in chart.filled:
                shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_COLOUR}"/>')
                table.cell(row, column)._tc.get_or_add_tcPr().append(shading)


def write_pdf(blocks: Sequence[Block], path: Path, seed: int = 0) -> Path:
    """Write a PDF in landscape: a page for each title, running heads, options in a grid, a chart with filled cells."""
    rng = Random(seed)
    head = f'#set page(paper: "a4", flipped: true, margin: 1.5cm, header: {cell_of("ＩＴスキル標準Ｖ３ 2031_20310401")}'
    foot = "footer: context [#text(8pt)[職種の概要と達成度指標 XY-#counter(page).display() ©2031 架空産業省]])"
    source = [f"{head}, {foot}"]
    for number, block in enumerate(blocks):
        if block.kind == "title" and number and blocks[number - 1].kind != "title":
            source.append("#pagebreak()")
        source.append(_typeset(block, rng.choice([1, 2])))
    return typeset_file(source[1:], path, head=source[0])


def typeset_file(source: Sequence[str], path: Path, head: str = '#set page(paper: "a4", flipped: true)') -> Path:
    """Compile pieces of typst's own language, set in Japanese, into a PDF."""
    script = path.with_suffix(".typ")
    font = '#set text(font: "Noto Sans JP", size: 9pt, lang: "ja")'
    script.write_text("\n\n".join([head, font, "#set par(leading: 0.5em)", *source]), encoding="utf-8")
    typst.compile(str(script), output=str(path), font_paths=[str(_FONTS)], ignore_system_fonts=True)
    return path


def _typeset(block: Block, columns: int) -> str:
    match block.kind:
        case "options":
            cells = ", ".join(cell_of(f"□{each}") for each in block.options)
            return f"#grid(columns: ({'1fr, ' * columns}), row-gutter: 4pt, {cells})"
        case "table":
            assert block.chart is not None  # a table is a chart
            return _typeset_chart(block.chart)
        case "title":
            return f"#strong({cell_of(block.text)})"
        case _:
            return f"#{_quoted(block.text)}"


def _typeset_chart(chart: Chart) -> str:
    cells = [cell_of(each) for each in [chart.corner, *chart.fields]]
    for level, name in chart.levels:
        cells.append(cell_of(name))
        for each in chart.fields:
            fill = f'rgb("#{_COLOUR}")' if (each, level) in chart.filled else "none"
            cells.append(f"table.cell(fill: {fill})[]")
    return f"#table(columns: {1 + len(chart.fields)}, stroke: 0.5pt, {', '.join(cells)})"


def cell_of(text: str) -> str:
    """Return words as content of typst, taken as they are."""
    return f"[#{_quoted(text)}]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
