"""What does an overlay to start from look like?

It is valid as it stands and changes nothing; its examples are commented out, and name what the parent really has.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from kijun.framework.edition import Edition
from kijun.framework.indicator import Complexity, Indicator
from kijun.text import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What an overlay begins with: its own id, what it calls its parent, and the day."""

    id: str
    parent: str
    day: str


_HEAD = Text(
    ja="""\
# 自社の標準。もとの標準({parent})をそのまま使い、変える点だけを書きます。
# #の後は説明で、消してかまいません。例は行頭の#を消すと有効になります。
# パスはkijun showのものから版のidを除いたもの。順に変え、どの変更にも理由を書きます。
# set: 値を変える(to)  drop: 取り除く  add: 加える(value)
""",
    en="""\
# A standard of your own: its parent ({parent}) as it is, and what you change.
# What follows a # explains and may be removed. An example takes effect once its # is removed.
# A path is that of `kijun show` without the edition's id. Changes are made in order, and each gives its reason.
# set: change a value (to)   drop: take out   add: put in (value)
""",
)
_PLAIN = re.compile(r"[\w.][\w./-]*")
"""What YAML takes for a word without quotes; a folder may be called anything."""
_REASON = Text(ja="{ja: ここに理由を書く, en: why you change it}", en="why you change it")


def template(edition: Edition, start: Start, language: Language) -> str:
    """Return a commented overlay of an edition, in one language."""
    parent = _quoted(start.parent)
    lines = [
        _HEAD.said_in(language).format(parent=parent),
        f"id: {_quoted(start.id)}",
        f"parent: {parent}",
        "name: {ja: 自社の標準, en: Our own standard}",
        f'published: "{start.day}"',
        "",
        "changes:",
        *(line for example in _changes(edition) for line in _commented(example, language)),
        "",
        "# " + Text(ja="書かれていない点への答え", en="Your answers where the documents are silent").said_in(language),
        "policy:",
        *(line for example in _answers(edition) for line in _commented(example, language)),
    ]
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    return word if _PLAIN.fullmatch(word) and word.lower() != "null" else json.dumps(word, ensure_ascii=False)


def _commented(example: tuple[Text, list[str]], language: Language) -> list[str]:
    about, lines = example
    lines = [*lines, f"  reason: {_REASON.said_in(language)}"]
    return [f"  # {about.said_in(language)}", *(f"#  {line}" for line in lines)]


def _changes(edition: Edition) -> list[tuple[Text, list[str]]]:
    cells = [cell for _, field in edition.fields() for cell in reversed(edition.cells_of(field.path))]
    found = [_set(cells), _listed(edition, cells), _drop(edition), _word(edition), _item(edition), _knowledge(edition)]
    return [example for example in found if example is not None]


def _below(path: str, edition: Edition) -> str:
    return path.removeprefix(f"{edition.id}/")


def _set(cells: list[Indicator]) -> tuple[Text, list[str]] | None:
    about = Text(ja="しきい値を変える", en="Change a threshold")
    for cell in cells:
        for part in ("succession", "complexity", "expertise", "proficiency"):
            asked = getattr(cell, part)
            if asked is not None and isinstance(asked.at_least, int) and asked.at_least > 1:
                path = "/".join(cell.path.split("/")[2:])
                return about, [f"- set: {path}/{part}/at_least", f"  to: {asked.at_least - 1}"]
    return None


def _listed(edition: Edition, cells: list[Indicator]) -> tuple[Text, list[str]] | None:
    """Return the drop of a condition of the first cell that can spare one."""
    spare = [cell for cell in cells if cell.complexity and _has_spare(cell.complexity)]
    if not spare or spare[0].complexity is None:
        return None
    cell, asked = spare[0], spare[0].complexity
    free = [word for word in asked.of if word not in asked.must_include]
    about = Text(ja="一覧から条件を一つ除く", en="Take a condition out of a list")
    return about, [f"- drop: {_below(cell.path, edition)}/complexity/of/{free[-1]}"]


def _has_spare(asked: Complexity) -> bool:
    return isinstance(asked.at_least, int) and len(asked.of) > asked.at_least + 1


def _drop(edition: Edition) -> tuple[Text, list[str]] | None:
    fields = [field for _, field in edition.fields()]
    about = Text(
        ja="専門分野を扱わない(セルなら.../レベル、部分なら.../レベル/size)",
        en="Do without a field (a cell: .../LEVEL; a part: .../LEVEL/size)",
    )
    return (about, [f"- drop: {_below(fields[-1].path, edition)}"]) if len(fields) > 1 else None


def _word(edition: Edition) -> tuple[Text, list[str]] | None:
    if not edition.vocabulary.terms.get("area"):
        return None
    about = Text(ja="語を加える(使うセルの一覧にもaddで加える)", en="Add a word (add it to the lists that use it, too)")
    return about, ["- add: vocabulary/areas/our-area", "  value: {name: {ja: 自社の領域, en: Our area}}"]


def _item(edition: Edition) -> tuple[Text, list[str]] | None:
    if not edition.skills:
        return None
    field = next(iter(edition.skills.values()))
    path = f"{field.category}/{field.field}"
    about = Text(ja="スキル項目を加える", en="Add a skill item")
    return about, [
        f"- add: {path}/skills/our-skill",
        "  value:",
        "    name: {ja: 自社のスキル, en: Our skill}",
        "    knowledge:",
        "      - {id: our-knowledge, name: {ja: 自社の知識, en: Our knowledge}}",
    ]


def _knowledge(edition: Edition) -> tuple[Text, list[str]] | None:
    item = next((item for item in edition.skills.values() if len(item.knowledge) > 1), None)
    if item is None:
        return None
    about = Text(ja="知識項目を除く", en="Take a knowledge item out")
    return about, [f"- drop: {_below(item.path, edition)}/knowledge/{item.knowledge[-1].id}"]


def _answers(edition: Edition) -> list[tuple[Text, list[str]]]:
    point = edition.points.get("bands.floor") or next(iter(edition.points.values()), None)
    if point is None:
        return []
    other = next((each.id for each in point.answers if each.id not in (point.default, "<ids>", "<n>")), point.default)
    return [(point.question, [f"- point: {point.id}", f"  answer: {other}"])]
