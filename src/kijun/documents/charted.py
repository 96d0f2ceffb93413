"""Which levels has a field by the career charts, and do the indicators that are printed agree?

A chart may show cells whose indicators stand in another document: these are missing from the source. Where one document prints
some of a field's indicators, and others than its chart shows, a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kijun.documents.answers import NONE, Answers
from kijun.documents.draft import ChartColumn, Draft, DraftField
from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage, words_of
from kijun.documents.question import Question, question_id
from kijun.documents.recognise.chart import Chart, ChartDoubt, field_key
from kijun.framework.dump import Plain
from kijun.text import Text


def charted_levels(field: DraftField) -> set[int]:
    """Return the levels of a field that charts show, or those that a person has answered."""
    if field.told_levels is not None:
        return {*field.told_levels}
    return {level for column in field.columns for level in column.levels}


def ask_about_charts(draft: Draft, answers: Answers) -> None:
    """Ask once about each field whose chart and whose indicators do not agree; what a person has answered holds."""
    for category in draft.categories.values():
        for field in category.fields.values():
            own = [cell for cell in draft.cells.values() if (cell.category, cell.field) == (category.id, field.id)]
            column = next((each for each in field.columns if not _agree(each, own)), None)
            if column is not None:
                _settle(draft, f"{category.id}/{field.id}/levels", field, column, own, answers)


def _agree(column: ChartColumn, cells: Sequence[Notebook]) -> bool:
    """Return whether every cell is in the chart, and, where the same document has some, the other way round."""
    printed, shown = {cell.level for cell in cells}, {*column.levels}
    return printed <= shown and (printed == shown or all(cell.document != column.document for cell in cells))


def _settle(  # a field of a draft, its column and its cells
    draft: Draft, path: str, field: DraftField, column: ChartColumn, own: Sequence[Notebook], answers: Answers
) -> None:
    """Take the levels that a person has told, or ask for them."""
    words = words_of(column.name)
    asked = question_id("reading", path, words)
    told = [*_levels(answers.get(asked))]
    if told:
        field.told_levels = tuple(told)
        for cell in own:
            if cell.level not in told:
                del draft.cells[cell.path]
        return
    printed, shown = {cell.level for cell in own}, {*column.levels}
    draft.questions.append(
        Question(
            id=asked,
            kind="reading",
            path=path,
            words=words,
            document=column.document,
            place=column.name.place(),
            asks=_differing(shown, printed),
            suggestions=tuple(dict.fromkeys(map(_listed, (shown | printed, shown, printed)))),
        )
    )


def _differing(shown: set[int], printed: set[int]) -> Text:
    return Text(
        ja=f"キャリアの表が示すレベル({_listed(shown)})と、達成度指標が印刷されているレベル({_listed(printed)})が違います。"
        "この分野にあるレベルをすべて答えてください。",
        en=f"The career chart shows the levels {_listed(shown)}, and indicators are printed for {_listed(printed)}. "
        "Answer with all levels that this field has.",
    )


def _listed(levels: set[int]) -> str:
    return f"[{', '.join(map(str, sorted(levels)))}]"


def _levels(answer: Plain) -> Iterator[int]:
    """Yield the levels that an answer names: a list, or one alone."""
    for each in answer if isinstance(answer, list) else [answer]:
        if isinstance(each, int) and not isinstance(each, bool):
            yield each


def told_charts(doubt: ChartDoubt, answer: Plain) -> tuple[Chart, ...] | None:
    """Return the charts that a person has told: `{field: levels}`, or that for each category; None where it is no answer."""
    if answer == NONE:
        return ()
    if not isinstance(answer, dict) or not answer:
        return None
    if not any(isinstance(each, dict) for each in answer.values()):
        answer = {"": answer}
    charts = tuple(_told(doubt.words, name, fields) for name, fields in answer.items() if isinstance(fields, dict))
    return charts if len(charts) == len(answer) and all(chart.filled for chart in charts) else None


def _told(words: Passage, category: str, fields: dict[str, Plain]) -> Chart:
    filled = frozenset((field_key(str(name)), level) for name, levels in fields.items() for level in _levels(levels))
    return Chart(
        place=words.place(),
        category=_named(category, words) if category else None,
        fields=tuple(_named(str(name), words) for name in fields),
        headed_levels=tuple(sorted({level for _, level in filled}, reverse=True)),
        filled=filled,
    )


def _named(name: str, words: Passage) -> Passage:
    return Passage(text=str(name), starts=(0,), places=(words.place(),))
