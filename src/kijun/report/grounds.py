"""On what do the verdicts of a report rest: edition, documents, policies, digest?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kijun.framework.edition import Document, Edition
from kijun.framework.policy import Point
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement
from kijun.report.passport import Ground
from kijun.text import Text, same


def ground_of(judged: EditionJudgement, cells: Iterable[CellJudgement], digests: Mapping[str, str]) -> Ground:
    """Return what an edition says of itself, and the silent points that shaped the cells shown; only its name if none is."""
    edition, shown = judged.edition.edition, list(cells)
    return Ground(
        id=edition.id,
        name=edition.name,
        documents=tuple((each.id, _document(each.title, each.revision)) for each in _documents(edition, shown)),
        policies=tuple(_policies(judged, shown)),
        digests=tuple(digests.items()),
    )


def _documents(edition: Edition, shown: Collection[CellJudgement]) -> list[Document]:
    """Return the documents of an edition, without those that are about other categories than the cells shown."""
    if not shown:
        return []
    categories = {cell.cell.indicator.category for cell in shown}
    cited = [(cell.category, cell.citation.document) for cell in edition.indicators.values()]
    cited += [(item.category, item.citation.document) for item in edition.skills.values()]
    here = {document for category, document in cited if category in categories}
    elsewhere = {document for _, document in cited} - here
    return [each for each in edition.documents.values() if each.id not in elsewhere]


def _document(title: Text, revision: Text) -> Text:
    return Text(ja=f"{title.ja}({revision.ja})", en=f"{title.en} ({revision.en})")


def _policies(judged: EditionJudgement, cells: Iterable[CellJudgement]) -> list[Text]:
    """Return the points in use: an organisation's own answers first, then those answered by default."""
    used = dict.fromkeys(
        name
        for cell in cells
        for name in (*cell.cell.policies, *(policy for part in cell.parts.values() for policy in part.policies))
    )
    points, answers = judged.edition.edition.points, judged.edition.policy.answers
    own = [name for name, point in points.items() if answers[name] != point.default]
    by_default = [name for name in used if name in points and name not in own]
    return [_say(points[name], answers[name]) for name in (*own, *by_default)]


def _say(point: Point, answer: str) -> Text:
    words = point.say(answer)
    own = Text(ja="、組織の答え", en=", the organisation's own answer") if answer != point.default else same("")
    return Text(
        ja=f"{point.question.ja}: {words.ja}({point.id}={answer}{own.ja})",
        en=f"{point.question.en} {words.en[:1].upper()}{words.en[1:]} ({point.id}={answer}{own.en})",
    )
