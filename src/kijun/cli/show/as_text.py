"""How is a piece of the standard shown in a terminal?"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from kijun.catalogue.find import Thing
from kijun.catalogue.official_text import OfficialText
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.cli.show.official import rows_of, show_wording
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, Indicator
from kijun.framework.phrase import phrase_part
from kijun.framework.structure import Category
from kijun.framework.wording import JOB_DESCRIPTION
from kijun.judgement.explain import PART_NAMES, not_examined
from kijun.text import Text

_EXAMINATION = Text(ja="注釈", en="examination")


def show_thing(out: Console, thing: Thing, official: OfficialText) -> None:
    """Write an edition, a category, a field, a cell or a part, with the official words where a pack has them."""
    edition = thing.edition
    match thing.kind:
        case "edition":
            _edition(out, edition)
        case "category":
            category = next(each for each in edition.categories.values() if each.path == thing.path)
            _category(out, category, edition, official)
        case "field":
            _field(out, thing.path, official)
        case "cell":
            _cell(out, edition.indicators[thing.path], official, PARTS)
        case _:
            cell, _, part = thing.path.rpartition("/")
            _cell(out, edition.indicators[cell], official, (part,))


def _edition(out: Console, edition: Edition) -> None:
    out.print(Styled(f"{said(edition.name)}  {edition.id}", style="bold"))
    for document in edition.documents.values():
        out.print(f"  {document.id}  {said(document.title)} ({said(document.revision)})")
    out.print()
    for category in edition.categories.values():
        _fields(out, category, edition)
    for note in edition.notes:
        show_note(out, said(note))
    out.print()
    out.print(
        Styled(say("書かれていない点への答え(方針)", "Answers where the documents are silent (policy)"), style="bold")
    )
    table = Table.grid(padding=(0, 2))
    for point in edition.points.values():
        own = "" if point.chosen is None else str(point.chosen)
        table.add_row(f"  {point.id}", said(point.question), point.default, own)
    out.print(table)
    for point in edition.points.values():
        if point.chosen is not None:
            show_note(out, f"{point.chosen}  {point.id}: {said(point.reason)}")


def _fields(out: Console, category: Category, edition: Edition) -> None:
    table = Table.grid(padding=(0, 2))
    for field in category.fields:
        levels = said(edition.levels_of(field.path))
        missing = say("、", ", ").join(str(level) for level in sorted(field.missing_from_source))
        note = say(f"(資料になし: {missing})", f"(not in the source: {missing})") if missing else ""
        table.add_row(f"  {field.path}", said(field.name), f"{levels} {note}")
    out.print(Styled(said(category.name), style="bold"))
    out.print(table)
    out.print()


def _category(out: Console, category: Category, edition: Edition, official: OfficialText) -> None:
    out.print(Styled(f"{said(category.name)}  {category.path}", style="bold"))
    show_note(out, said(category.summary))
    if category.answers_for is not None:
        show_note(out, say(f"責任: {category.answers_for.ja}", f"Answers for: {category.answers_for.en}"))
    for phase in category.phases:
        main = say("(主な活動局面)", " (main phase)") if phase.is_main else ""
        out.print(f"  {said(phase.name)}{main}")
        for activity in category.activities:
            if activity.phase == phase.id:
                show_note(out, say("・", "- ") + said(activity.name), indent=4)
    out.print()
    show_wording(out, official.at(f"{category.path}/{JOB_DESCRIPTION}"))
    _fields(out, category, edition)
    show_flags(out, category.flags, edition)


def _field(out: Console, path: str, official: OfficialText) -> None:
    edition = official.edition
    field = next(field for _, field in edition.fields() if field.path == path)
    out.print(Styled(f"{said(field.name)}  {field.path}", style="bold"))
    show_note(out, said(field.summary))
    out.print()
    show_wording(out, official.at(path))
    for cell in edition.cells_of(path):
        _cell(out, cell, official, PARTS)


def _cell(out: Console, indicator: Indicator, official: OfficialText, parts: tuple[str, ...]) -> None:
    edition = official.edition
    field = next(field for _, field in edition.fields() if field.path == indicator.field_path)
    out.print(
        Styled(f"{said(edition.cell_name(field, indicator.level))}  ", style="bold").append(
            f"{indicator.path}  {indicator.citation}{_page(indicator)}", style="dim"
        )
    )
    rows = rows_of(official.at(indicator.path)) if parts == PARTS else []
    for part in (*parts, "exam") if parts == PARTS else parts:
        name = said(PART_NAMES[part]) if part in PART_NAMES else said(_EXAMINATION)
        for below, line in phrase_part(indicator, part, edition.vocabulary):
            rows.append(Row(name=name, words=[said(line)], citation=str(indicator.cited(below))))
            name = ""
        rows += rows_of(official.under(f"{indicator.path}/{part}"))
    show_rows(out, rows)
    circumstances = not_examined(indicator, edition.vocabulary.name)
    if circumstances is not None and parts == PARTS:
        words = said(circumstances)
        show_note(out, say(f"記録からはわからないもの: {words}", f"no record can show these: {words}"), indent=5)
    if parts == PARTS:
        show_flags(out, indicator.flags, edition)
    out.print()


def _page(indicator: Indicator) -> str:
    citation = indicator.citation
    if not citation.page:
        return ""
    inferred = say("、推定", ", inferred") if citation.is_page_inferred else ""
    return say(f" ({citation.page}ページ{inferred})", f" (page {citation.page}{inferred})")


def show_flags(out: Console, flags: tuple[str, ...], edition: Edition) -> None:
    """Write the notes on what is printed; those about spelling and line breaks are only counted."""
    known = [edition.flags[flag] for flag in flags if flag in edition.flags]
    quiet = sum(flag.is_typographic for flag in known)
    for flag in known:
        if not flag.is_typographic:
            show_note(out, f"{flag.id}  {said(flag.about)}", indent=5)
    if quiet:
        both = quiet < len(known)
        more = say(
            f"{'ほかに' if both else ''}表記についての注記{quiet}件(--format jsonですべて示す)",
            f"{'and ' if both else ''}{quiet} typographic {'note' if quiet == 1 else 'notes'} (--format json lists them)",
        )
        show_note(out, more, indent=5)
