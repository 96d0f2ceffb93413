"""Which plans does a command show, and how is one saved?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kijun.catalogue.additions_file import additions_text
from kijun.cli.language import Speaker
from kijun.cli.written_file import write_file
from kijun.errors import BadInput, KijunError, NotFound
from kijun.evidence import Person
from kijun.framework.structure import Field
from kijun.growth.apply import as_evidence
from kijun.growth.plan import Growth, Plan
from kijun.growth.plan_cell import plan_cell
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import NOT_IN_SOURCE, EditionJudgement, RecordJudgement, why_not_defined
from kijun.problem.reading import LAST_DAY
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The plans for a cell, beside its judgement."""

    edition: EditionJudgement
    field: Field
    cell: CellJudgement
    growth: Growth

    @property
    def name(self) -> Text:
        """What the cell is called."""
        return self.edition.edition.edition.cell_name(self.field, self.cell.cell.indicator.level)

    @property
    def first(self) -> Plan:
        """The plan with the fewest steps, the earliest of them. Raises KijunError where there is none."""
        if self.growth.best is None:
            raise KijunError(
                Text(
                    ja=f"{self.growth.cell}を満たす計画は見つかりません。",
                    en=f"No plan makes {self.growth.cell} met.",
                )
            )
        return self.growth.best


def plan_record(judged: RecordJudgement, paths: Sequence[str]) -> list[Planned]:
    """Return the plans of cells. Raises NotFound for one that is not printed, saying why."""
    found = []
    for path in paths:
        edition = next(each for each in judged.editions if path.startswith(f"{each.edition.edition.id}/"))
        field_path, _, level = path.rpartition("/")
        field = next(field for _, field in edition.edition.edition.fields() if field.path == field_path)
        if path not in edition.cells:
            raise NotFound(_say_undefined(path, why_not_defined(field, int(level), edition.edition.edition)))
        growth = plan_cell(path, edition, judged.person, on=judged.on)
        found.append(Planned(edition=edition, field=field, cell=edition.cells[path], growth=growth))
    return found


def _say_undefined(path: str, why: str | None) -> Text:
    if why == NOT_IN_SOURCE:
        return Text(
            ja=f"{path}は手元の資料にないので、計画できません。",
            en=f"{path} is missing from the source, so nothing can be planned for it.",
        )
    return Text(
        ja=f"{path}は標準に定義がないので、計画できません。`kijun list`で定義のあるレベルを見られます。",
        en=f"{path} is not defined in the standard, so nothing can be planned for it. `kijun list` shows what is.",
    )


def save_best(file: Path, planned: Planned, person: Person) -> int:
    """Write the first plan of a cell as evidence that --with reads beside a person, and return how many steps it has."""
    best = planned.first
    if best.day > LAST_DAY:
        raise BadInput(
            Text(
                ja=f"計画は{best.day.isoformat()}までかかり、読める日({LAST_DAY.year}年まで)を過ぎるので書き出せません。"
                "--onで前の日を指定してください。",
                en=f"The plan lasts until {best.day.isoformat()}, later than any day that can be read "
                f"(until {LAST_DAY.year}). Plan from an earlier day with --on.",
            )
        )
    words = additions_text(
        as_evidence([step.addition for step in best.steps], day=best.day, beside=person),
        Speaker.language,
        about=[
            Text(
                ja=f"{planned.growth.cell}の計画({best.day.isoformat()})。実際に起きたことに書き換えてください。",
                en=f"A plan for {planned.growth.cell} ({best.day.isoformat()}). Change it to what really happens.",
            )
        ],
    )
    write_file(file, words)
    return len(best.steps)
