"""How is a comparison written as Markdown, for a wiki or a review?"""

from __future__ import annotations

from kijun.cli.compare.people_view import Touched, say_because, say_count, say_only, say_part, say_verdict
from kijun.cli.compare.view import Line, say_not_comparable, sections
from kijun.cli.edition_changes import Editions
from kijun.day_words import say_day
from kijun.framework.compare.comparison import Comparison
from kijun.framework.compare.homes import counts_by_home
from kijun.framework.compare.words import KIND_NAMES
from kijun.judgement.compare_people import PersonComparison
from kijun.text import Language


def markdown(
    comparison: Comparison, editions: Editions, touched: Touched | None, language: Language, *, has_notes: bool
) -> str:
    """Return a comparison as a Markdown document, with whom it touches where that was asked."""
    old, new = editions.old, editions.new
    lines = [f"# {old.name.said_in(language)} → {new.name.said_in(language)}", "", f"`{old.id}` → `{new.id}`", ""]
    if comparison.changes:
        lines += _summary(comparison, editions, language)
        for section in sections(comparison, editions, has_notes=has_notes):
            lines += [f"## {section.title.said_in(language)}", ""]
            lines += [each for line in section.lines for each in _line(line, language)]
            lines += ["", *(f"> {note.said_in(language)}" for note in section.notes)]
            lines += [""] if section.notes else []
    else:
        lines += ["違いはありません。" if language == "ja" else "No difference.", ""]
    if touched is not None:
        lines += _people(touched, editions, language)
    return "\n".join(lines).rstrip("\n") + "\n"


def _summary(comparison: Comparison, editions: Editions, language: Language) -> list[str]:
    kinds = list(comparison.counts())
    lines = [
        "| | " + " | ".join(KIND_NAMES[kind].said_in(language) for kind in kinds) + " |",
        "|---" + "|--:" * len(kinds) + "|",
    ]
    for path, counts in counts_by_home(comparison).items():
        cells = [str(counts.get(kind, "")) for kind in kinds]
        lines.append("| " + " | ".join([editions.title(path).said_in(language), *cells]) + " |")
    apart = say_not_comparable(comparison, editions)
    if apart:
        lines += ["", "比較できないもの:" if language == "ja" else "Not comparable:", ""]
        lines += [f"- {words.said_in(language)}" for words in apart]
    return [*lines, ""]


def _line(line: Line, language: Language) -> list[str]:
    name = f"**{line.name.said_in(language)}** " if line.name else ""
    cited = f" `{line.citation}`" if line.citation else ""
    lines = [f"- {name}{line.words.said_in(language)}{cited}"]
    if line.reason:
        lines.append(f"  - 理由: {line.reason.ja}" if language == "ja" else f"  - because: {line.reason.en}")
    return [*lines, *(f"  - {note.said_in(language)}" for note in line.notes)]


def _people(touched: Touched, editions: Editions, language: Language) -> list[str]:
    day = say_day(touched.on).said_in(language)
    lines = [f"## 人への影響({day}現在)" if language == "ja" else f"## People, as of {day}", ""]
    lines += [say_count(touched).said_in(language), ""]
    for each in touched.changed:
        lines += [f"### {_name(each)}", ""]
        for change in each.changed:
            lines.append(f"- {say_verdict(change, editions).said_in(language)}")
            for part in change.parts:
                lines.append(f"  - {say_part(part).said_in(language)}")
                causes = say_because(part, editions)
                lines += [f"    - {words.said_in(language)} `{cited}`" for words, cited in causes]
        lines.append("")
    apart = [each for _, each in touched.people if each.not_comparable]
    if apart:
        lines += ["### 満たしていても比べられないセル" if language == "ja" else "### Met, but not comparable", ""]
        for each in apart:
            met = [say_only(one, editions).said_in(language) for one in each.not_comparable]
            lines += [f"- {_name(each)}", *(f"  - {one}" for one in met)]
        lines.append("")
    if touched.set_aside:
        lines += ["### 読めなかった経歴" if language == "ja" else "### Records set aside", ""]
        lines += [f"- `{record.file}`" for record in touched.set_aside]
    return lines


def _name(compared: PersonComparison) -> str:
    return f"{compared.person.name.written} ({compared.person.employee})"
