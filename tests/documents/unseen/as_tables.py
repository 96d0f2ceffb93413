"""How does a document look whose skill items, or whose indicators, are tables: in a web page, a Word file, a PDF?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

import docx

from tests.documents.unseen.as_files import cell_of, docx_chart, typeset_file
from tests.documents.unseen.blocks import Block
from tests.documents.unseen.expected import Holdings, Item

_HEADING: Final = re.compile(r"(専門分野|Specialty Fields?:?)\s+(.+?)\s+((?:レベル|Level).+)")


def _left(item: Item) -> list[str]:
    kind = "職種共通スキル項目" if item.common else "専門分野固有スキル項目"
    return [f"【{kind}】", f"●{item.name}", "【知識項目】", *(f"－{each}" for each in item.knowledge)]


def _levels(item: Item) -> Iterator[tuple[str, str]]:
    for level in item.headed:
        able = f"{item.field}チームメンバとして、{item.name}に関する作業を進めることができる"
        yield f"レベル{level}", able if level in item.filled else ""


def _titles(held: Holdings) -> tuple[str, str]:
    return f"職種：{held.category}", f"{held.category}のスキル熟達度・知識項目"


def html_tables(held: Holdings, path: Path) -> Path:
    """Write a web page with a table for each item, whose first cell spans all levels."""
    category, title = _titles(held)
    body = [f"<p>{escape(category)}</p>"]
    for field in held.fields:
        body.append(f"<h2>専門分野：{escape(field)}</h2>")
        for item in (each for each in held.items if each.field == field):
            left = "<br>".join(escape(each) for each in _left(item))
            first = f'<td rowspan="{len(item.headed)}">{left}</td>'
            rows = [f"<td>{level}</td><td>{escape(able)}</td>" for level, able in _levels(item)]
            head = "<tr><th>スキル項目と知識項目</th><th colspan='2'>スキル熟達度</th></tr>"
            body.append(f"<h3>{escape(title)}</h3><table>{head}<tr>{first}{'</tr><tr>'.join(rows)}</tr></table>")
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'><body>{''.join(body)}</body>", encoding="utf-8")
    return path


def docx_tables(held: Holdings, path: Path) -> Path:
    """Write a Word file with a table for each item, whose first column is one merged cell."""
    category, title = _titles(held)
    document = docx.Document()
    document.add_paragraph(category)
    for field in held.fields:
        document.add_heading(f"専門分野：{field}", level=2)
        for item in (each for each in held.items if each.field == field):
            document.add_paragraph(title)
            table = document.add_table(rows=1 + len(item.headed), cols=3)
            table.cell(0, 0).text, table.cell(0, 1).text = "スキル項目と知識項目", "スキル熟達度"
            table.cell(0, 1).merge(table.cell(0, 2))
            merged = table.cell(1, 0).merge(table.cell(len(item.headed), 0))
            merged.text = "\n".join(_left(item))
            for row, (level, able) in enumerate(_levels(item), start=1):
                table.cell(row, 1).text, table.cell(row, 2).text = level, able
    document.save(str(path))
    return path


def docx_cells(blocks: Sequence[Block], path: Path) -> Path:
    """Write a Word file in which each indicator is a table: its heading in three cells, all else in one merged cell."""
    document = docx.Document()
    body = None
    for block in blocks:
        match block.kind:
            case "heading":
                table = document.add_table(rows=2, cols=3)
                for column, part in enumerate(_HEADING.fullmatch(block.text).groups()):  # type: ignore[union-attr]  # ours
                    table.cell(0, column).text = part
                body = table.cell(1, 0).merge(table.cell(1, 2))
            case "table":
                assert block.chart is not None  # a table is a chart
                docx_chart(document, block.chart)
            case "options" if body is not None:
                for label in block.options:
                    body.add_paragraph(f"□{label}")
            case _:
                body = body if block.kind != "title" else None
                (body or document).add_paragraph(block.text)
    document.save(str(path))
    return path


def pdf_tables(held: Holdings, path: Path) -> Path:
    """Write a PDF with a ruled table on a page of its own for each item."""
    category, title = _titles(held)
    source = [cell_of(category)]
    for field in held.fields:
        for item in (each for each in held.items if each.field == field):
            cells = [f"table.cell(rowspan: {len(item.headed)}, {_stacked(_left(item))})"]
            for level, able in _levels(item):
                cells += [cell_of(level), cell_of(able)]
            rule = "columns: (30%, 10%, 60%), stroke: 0.5pt"
            head = f"{cell_of('スキル項目と知識項目')}, table.cell(colspan: 2, {cell_of('スキル熟達度')})"
            source += ["#pagebreak()", f"#{_stacked([f'専門分野：{field}', title])}"]
            source.append(f"#table({rule}, {head}, {', '.join(cells)})")
    return typeset_file(["#" + source[0], *source[1:]], path)


def _stacked(lines: list[str]) -> str:
    return f"[{' #linebreak() '.join('#' + cell_of(each) for each in lines)}]"
