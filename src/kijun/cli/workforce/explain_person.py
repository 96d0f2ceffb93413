"""Why is one person of a workforce judged so in a cell, and is that what the verdicts say?

The record is read from the tables of the workforce that was judged, in the editions and under the answers of that judgement.
Where anything of that has changed since, nothing is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kijun.catalogue.find import find
from kijun.catalogue.installed import open_edition, restrict
from kijun.cli.workforce.summary_names import EXAMINATION, source_of
from kijun.errors import BadInput, KijunError, NotFound
from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement.judge import judge_edition
from kijun.judgement.levels import levels
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement
from kijun.population.load import Workforce, open_workforce
from kijun.population.people import person_numbered, person_of
from kijun.population.verdicts import Verdicts
from kijun.population.verdicts_edition import edition_digest
from kijun.population.verdicts_judgement import JudgedEdition
from kijun.population.verdicts_relation import verdict_of
from kijun.report.mask import Labels, masks_of, relabelled
from kijun.text import Text
from kijun.verdict import Verdict

_CELLS: Final = frozenset({"cell"})
_NUMBER: Final = re.compile(r"#([0-9]{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A person and the judgement of one cell; what the record keeps back is known by `labels`."""

    person: Person
    labels: Labels
    edition: EditionJudgement
    cell: CellJudgement


def explained(verdicts: Verdicts, whom: str, cell: str, *, folder: Path | None) -> Explained:
    """Return the proof of a cell for a person (an employee number, or # and a number of the tables).

    `folder` is where the workforce stands now, if not where it was judged. Raises KijunError where the workforce or an edition
    is no longer what was judged, or where the proof and the verdicts differ.
    """
    path = _named(verdicts, cell)
    judged = verdicts.judgement.edition_of(path)
    edition = _edition(judged, verdicts)
    person = _person(_workforce(verdicts, folder), whom)
    shown, labels = relabelled(person, masks_of(person))
    cells = judge_edition(edition, shown, on=verdicts.judgement.on)
    _refuse_difference(verdicts, person, cells[path])
    found = EditionJudgement(
        edition=edition,
        cells=cells,
        levels={
            field.path: levels(field.path, cells, is_ladder=judged.is_ladder) for _, field in edition.edition.fields()
        },
    )
    return Explained(person=shown, labels=labels, edition=found, cell=cells[path])


def _named(verdicts: Verdicts, cell: str) -> str:
    """Return the path of a cell that was judged. Raises NotFound, with the nearest one."""
    known = [each.cell for each in verdicts.judgement.parts if each.part is None]
    ends = [path for path in known if f"/{path}".endswith(f"/{cell.strip().strip('/')}")]
    if len(ends) == 1:
        return ends[0]
    editions = [open_edition(source_of(each, verdicts)) for each in verdicts.judgement.editions]
    found = find(cell, editions, kinds=_CELLS)
    if found.path in known:
        return found.path
    if found.path not in found.edition.indicators:
        raise NotFound(
            Text(
                ja=f"{found.path}には達成度指標がないので、判定がありません。ほかのレベルを指定してください。",
                en=f"{found.path} has no indicator, so that nobody is judged in it. Name another level.",
            )
        )
    raise NotFound(
        Text(
            ja=f"{found.path}は判定していません。--editionにその版を加えて判定し直してください。",
            en=f"{found.path} was not judged. Judge again with its edition among --edition.",
        )
    )


def _edition(judged: JudgedEdition, verdicts: Verdicts) -> ResolvedEdition:
    """Return an edition as it was judged in. Raises BadInput where its cells ask something else by now."""
    cells = [each.cell for each in verdicts.judgement.parts if each.part is None and each.edition == judged.id]
    categories = {path.removeprefix(f"{judged.id}/").partition("/")[0] for path in cells}
    printed = restrict(open_edition(source_of(judged, verdicts)), categories)
    answers = {point: answer for point, answer in judged.policy.items() if point in printed.points}
    edition = resolve_edition(printed, choose(printed.points, answers))
    if printed.id != judged.id or edition_digest(edition, cells) != judged.digest:
        raise BadInput(
            Text(
                ja=f"{judged.id}は、判定したときと内容が変わっています。`kijun workforce judge --update`で判定し直してください。",
                en=f"{judged.id} is no longer what it was judged by. Judge again with `kijun workforce judge --update`.",
            )
        )
    return edition


def _workforce(verdicts: Verdicts, folder: Path | None) -> Workforce:
    place = folder or verdicts.workforce_folder
    if not place.is_dir():
        raise BadInput(
            Text(
                ja=f"判定した組織のデータが「{place}」にありません。--workforceで今の場所を指定してください。",
                en=f'The workforce that was judged is not at "{place}". Say with --workforce where it is now.',
            )
        )
    workforce = open_workforce(place)
    if workforce.manifest.digest != verdicts.judgement.workforce_digest:
        raise BadInput(
            Text(
                ja=f"「{place}」は、判定したときと内容が変わっています。`kijun workforce judge --update`で判定し直してください。",
                en=f'"{place}" is no longer what was judged. Judge again with `kijun workforce judge --update`.',
            )
        )
    return workforce


def _person(workforce: Workforce, whom: str) -> Person:
    number, people = _NUMBER.fullmatch(whom.strip()), workforce.manifest.people
    if number and int(number[1]) < people:
        return person_numbered(workforce, int(number[1]))
    try:
        return person_of(workforce, whom.strip())
    except NotFound as error:
        if number:
            raise NotFound(
                Text(
                    ja=f"{number[0]}の人はいません。表の中の番号は#0から#{people - 1}までです。",
                    en=f"There is nobody {number[0]}: the numbers of the tables go from #0 to #{people - 1}.",
                )
            ) from None
        if not error.suggestions:
            raise
        near = error.suggestions[0]
        raise NotFound(
            Text(ja=f"{error.text.ja}「{near}」のことでしょうか。", en=f'{error.text.en} Did you mean "{near}"?'),
            suggestions=error.suggestions,
        ) from None


def _refuse_difference(verdicts: Verdicts, person: Person, cell: CellJudgement) -> None:
    """Raise KijunError where the two readings of the standard disagree: that must never happen, and is said."""
    path = cell.cell.indicator.path
    proved: dict[str | None, Verdict] = {None: cell.verdict}
    proved |= {name: part.verdict for name, part in cell.parts.items()}
    if cell.minimum_by_examination is not None:
        proved[EXAMINATION] = cell.minimum_by_examination.verdict
    read = verdict_of(verdicts, person.employee, path)
    if read != proved:
        parts = [str(part or path) for part in proved if read.get(part) is not proved[part]]
        raise KijunError(
            Text(
                ja=f"内部の誤りです: 全員の判定と1人の判定が{path}で食い違います({'、'.join(parts)})。開発者に知らせてください。",
                en=f"Internal error: the verdicts of everybody and the proof of one person differ in {path} "
                f"({', '.join(parts)}). Please report it.",
            )
        )
