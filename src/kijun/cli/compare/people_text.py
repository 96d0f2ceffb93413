"""How is it shown in a terminal whose verdicts differ between two editions?"""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.compare.people_view import Touched, say_because, say_count, say_only, say_part, say_verdict
from kijun.cli.edition_changes import MARKS, Editions
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.day_words import say_day
from kijun.judgement.compare_people import PersonComparison, VerdictChange


def show_people(out: Console, touched: Touched, editions: Editions) -> None:
    """Write whose verdicts differ and why, then whose cells cannot be compared, then the records set aside."""
    day = said(say_day(touched.on))
    out.print(Styled(say(f"人への影響({day}現在)", f"People, as of {day}"), style="bold"))
    show_note(out, said(say_count(touched)))
    for each in touched.changed:
        out.print()
        out.print(f"  {_name(each)}")
        for change in each.changed:
            _verdict(out, change, editions)
    _apart(out, touched, editions)
    if touched.set_aside:
        out.print()
        out.print(Styled(say("読めなかった経歴", "Records set aside"), style="bold"))
        for record in touched.set_aside:
            count = len(record.errors)
            problems = say(f"誤り{count}件", f"{count} {'problem' if count == 1 else 'problems'}")
            show_note(out, f"{record.file}: {problems} (kijun check {record.file})")


def _name(compared: PersonComparison) -> str:
    return f"{compared.person.name.written} ({compared.person.employee})"


def _verdict(out: Console, change: VerdictChange, editions: Editions) -> None:
    out.print(f"    {said(say_verdict(change, editions))}")
    for part in change.parts:
        out.print(f"      {said(say_part(part))}")
        rows = [
            Row(name="", words=[said(words)], mark=MARKS[each.kind], citation=cited)
            for each, (words, cited) in zip(part.because, say_because(part, editions), strict=True)
        ]
        show_rows(out, rows, indent=6)


def _apart(out: Console, touched: Touched, editions: Editions) -> None:
    apart = [each for _, each in touched.people if each.not_comparable]
    if not apart:
        return
    out.print()
    out.print(Styled(say("満たしていても比べられないセル", "Met, but not comparable"), style="bold"))
    for each in apart:
        out.print(f"  {_name(each)}")
        for met in each.not_comparable:
            show_note(out, said(say_only(met, editions)), indent=4)
