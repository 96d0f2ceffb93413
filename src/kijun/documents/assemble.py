"""Which files of a standard does a draft make, with ids for new names, the places of all values, and what is still open?

The files have the shape of the shipped editions. What a document says in sentences goes into the text pack and not into the
standard: descriptions here only say where they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kijun.documents.answers import Answers
from kijun.documents.draft import Draft, DraftField
from kijun.documents.edition_file import edition_file
from kijun.documents.indicator_files import field_files
from kijun.documents.names import UNKNOWN
from kijun.documents.new_ids import NewIds, number, put_in
from kijun.documents.notebook import Notebook
from kijun.documents.official_words import text_pack
from kijun.documents.question import Question
from kijun.documents.read_skills import read_skills
from kijun.documents.shipped_words import ShippedWords
from kijun.documents.skill_draft import DraftSkills
from kijun.documents.skills_file import dump_skills
from kijun.documents.structure_file import structure_file
from kijun.documents.vocabulary_files import vocabulary_files
from kijun.framework.dump import Plain
from kijun.framework.wording import TextPack

_FILE: Final = ".yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A draft as the files of a standard: plain values by file names below its folder, the policy as it is written.

    `places` says of every value where it is printed and how sure the reader is; `questions` are those that nobody answered.
    """

    edition: str
    files: Mapping[str, Plain]
    policy: str
    places: Mapping[str, Plain]
    questions: tuple[Question, ...]
    pack: TextPack


def assemble(draft: Draft, edition: str, answers: Answers, *, is_shipped: bool, made: date) -> Assembled:
    """Return a draft as the files of an edition, whose id is given; `made` is the day."""
    words = ShippedWords(edition if is_shipped else None)
    skills = dict(_skills(draft, answers))
    cells = list(_ordered(draft))
    structure = structure_file(draft, cells, words)
    files: dict[str, Plain] = field_files(cells)
    files |= {
        f"skills/{category}.yaml": dump_skills(category, found, words)
        for category, found in skills.items()
        if found.items
    }
    ids = number([structure, *files.values()], draft.names, answers)
    done = {
        put_path(name, ids): put_in(plain, ids.ids) for name, plain in {**files, "structure.yaml": structure}.items()
    }
    done |= vocabulary_files(done, ids, words)
    done["edition.yaml"] = edition_file(draft.documents, edition, words, is_shipped=is_shipped)
    asked = [
        *draft.questions,
        *(question for cell in cells for question in cell.questions),
        *(question for found in skills.values() for question in found.questions),
        *ids.questions,
    ]
    return Assembled(
        edition=edition,
        files=done,
        policy=words.text("policy.yaml"),
        places={put_path(path, ids): place for path, place in _places(cells, skills)},
        questions=tuple(
            replace(each, path=put_path(each.path, ids)) for each in {each.id: each for each in asked}.values()
        ),
        pack=text_pack(draft, skills, lambda path: put_path(path, ids), edition, made),
    )


def _skills(draft: Draft, answers: Answers) -> Iterator[tuple[str, DraftSkills]]:
    """Yield the skill items of each category that has some; a field that only they name is one of the category."""
    for category in draft.categories.values():
        found = read_skills(category, draft.names, answers)
        if found is not None:
            for identity, (name, document, place) in found.fields.items():
                category.fields.setdefault(identity, DraftField(id=identity, name=name, document=document, place=place))
            yield category.id, found


def put_path(path: str, ids: NewIds) -> str:
    """Return a path, or a file's name, with the ids in the places of its stand-ins."""
    if UNKNOWN not in path:
        return path
    stem = path.removesuffix(_FILE)
    steps = [ids.ids.get(step, step) for step in stem.split("/")]
    return "/".join(steps) + path[len(stem) :]


def _ordered(draft: Draft) -> Iterator[Notebook]:
    """Yield the cells in the order of the standard: categories, fields, levels from the highest."""
    order = {
        (category.id, field): (here, there)
        for here, category in enumerate(draft.categories.values())
        for there, field in enumerate(category.fields)
    }
    yield from sorted(draft.cells.values(), key=lambda cell: (order[cell.category, cell.field], -cell.level))


def _places(cells: list[Notebook], skills: Mapping[str, DraftSkills]) -> Iterator[tuple[str, Plain]]:
    for cell in cells:
        for below, noted in cell.noted.items():
            yield f"{cell.path}/{below}", {**noted.place.plain(noted.document), "certainty": noted.certainty}
    for category, found in skills.items():
        for below, (document, place, certainty) in found.places.items():
            yield f"{category}/{below}", {**place.plain(document), "certainty": certainty}
