"""How is the proof of one person of a workforce shown in a terminal? What the record keeps back is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.again import Again
from kijun.cli.career_map import MARKS
from kijun.cli.judgement_notes import say_flags, say_policies
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_command, show_note, show_rows
from kijun.cli.workforce.explain_person import Explained
from kijun.cli.workforce.summary_names import source_of
from kijun.day_words import say_day
from kijun.judgement.explain import PART_NAMES, not_examined, say_outcome
from kijun.population.verdicts import Verdicts
from kijun.problem.reading import printable
from kijun.report.masked_proof import say_parts
from kijun.verdict import Verdict

_MARKS: Final = {Verdict.MET: ("●", "green"), Verdict.NOT_MET: ("○", "red"), Verdict.UNKNOWN: ("?", "cyan")}


def show_explained(out: Console, found: Explained, verdicts: Verdicts) -> None:
    """Write whose proof it is, the cell with its verdict, and every part of it."""
    person, printed = found.person, found.edition.edition.edition
    reading = f" ({person.name.reading})" if person.name.reading else ""
    team = f" · {person.team}" if person.team else ""
    out.print(Styled(printable(f"{person.name.written}{reading} · {person.employee}{team}"), style="bold"))
    day = said(say_day(verdicts.judgement.on))
    out.print(say(f"{day}現在の判定", f"As of {day}"))
    out.print()
    out.print(_title(found))
    show_rows(out, _rows(found))
    circumstances = not_examined(found.cell.cell.indicator, printed.vocabulary.name)
    notes = say_policies(found.edition, found.cell, _again(verdicts))
    if circumstances is not None:
        words = said(circumstances)
        notes.append(say(f"記録からはわからないもの: {words}", f"no record can show these: {words}"))
    for note in (*notes, *say_flags(printed, found.cell, _again(verdicts))):
        if "kijun show" in note:
            show_command(out, note, indent=2)
        else:
            show_note(out, note)


def _title(found: Explained) -> Styled:
    indicator, edition = found.cell.cell.indicator, found.edition.edition.edition
    field = next(field for _, field in edition.fields() if field.path == indicator.field_path)
    shape, style, _ = MARKS[found.cell.mark]
    title = Styled(said(edition.cell_name(field, indicator.level)), style="bold")
    title.append(f"  {shape} {said(say_outcome(found.cell))}", style=style)
    return title


def _rows(found: Explained) -> list[Row]:
    rows = []
    for line in say_parts(found.cell, found.person, found.edition.edition.edition.vocabulary.name, found.labels):
        mark, style = _MARKS[line.verdict]
        words = [printable(said(each)) for each in (line.headline, *line.details)]
        rows.append(
            Row(name=said(PART_NAMES[line.name]), words=words, mark=mark, style=style, citation=str(line.citation))
        )
    return rows


def _again(verdicts: Verdicts) -> Again:
    folders = {each.id: source_of(each, verdicts) for each in verdicts.judgement.editions if each.id != each.source}
    return Again(record=Path(), folders=folders)
