"""Which edition does a folder hold?

The folder has the shape of the shipped ones: edition.yaml, structure.yaml, policy.yaml, flags.yaml, vocabulary/,
indicators/<category>/<field>.yaml and skills/<category>.yaml. All problems of all files are found at once.
"""

from __future__ import annotations

from pathlib import Path

from kijun.catalogue.edition_files import edition_files
from kijun.catalogue.folder_reader import FolderReader
from kijun.catalogue.late_skills import LATE_WORDS, late_files, skill_files, with_late_skills
from kijun.catalogue.loaded_edition import LoadedEdition
from kijun.framework.check import check
from kijun.framework.parse_edition import Files, parse_edition
from kijun.framework.parse_vocabulary import FILES
from kijun.problem import Place
from kijun.problem.reading import describe


def load_edition(folder: Path, *, is_checked: bool = True) -> LoadedEdition:
    """Return the edition in a folder.

    Without `is_checked` only the shape is looked at, the files' plain values are kept for the next time, and skill items
    are read when somebody looks at them: for editions that the tests have checked. A folder with an overlay.yaml holds its
    parent's edition with a company's changes.
    """
    if (folder / "overlay.yaml").is_file():
        from kijun.catalogue.overlay.load import load_overlay  # noqa: PLC0415  # most commands read no company's own

        return load_overlay(folder, _of_parent)
    if not (folder / "edition.yaml").is_file():
        return LoadedEdition(edition=None, problems=(describe("K128", Place(file=str(folder)), name=folder),))
    return _load(folder, is_checked=is_checked, is_kept=not is_checked)


def _of_parent(folder: Path, is_checked: bool) -> LoadedEdition:
    return load_edition(folder, is_checked=is_checked)


def _load(folder: Path, *, is_checked: bool, is_kept: bool) -> LoadedEdition:
    late = () if is_checked else late_files(folder)
    reader = FolderReader(folder, [path for path in edition_files(folder) if path not in late], is_kept=is_kept)
    edition = reader.read(folder / "edition.yaml")
    structure = reader.read(folder / "structure.yaml")
    files = Files(
        edition=edition,
        structure=structure,
        policy=reader.read(folder / "policy.yaml"),
        flags=reader.read_if_there(folder / "flags.yaml"),
        vocabulary={
            name: reader.read(folder / "vocabulary" / f"{name}.yaml")
            for name in FILES
            if (is_checked or name not in LATE_WORDS) and (folder / "vocabulary" / f"{name}.yaml").is_file()
        },
        indicators=tuple(reader.read(path) for path in sorted((folder / "indicators").glob("*/*.yaml"))),
        skills=tuple(reader.read(path) for path in skill_files(folder)) if is_checked else None,
    )
    if reader.problems:
        return LoadedEdition(edition=None, problems=tuple(reader.problems))
    reader.keep()
    parsed = parse_edition(files)
    if reader.is_recalled and reader.has_errors:  # the kept values are not those of the files
        return _load(folder, is_checked=is_checked, is_kept=False)
    if is_checked and not reader.has_errors:
        check(parsed.edition, parsed.cells, parsed.policy)
    whole = parsed.edition if is_checked else with_late_skills(parsed.edition, folder)
    return LoadedEdition(edition=None if reader.has_errors else whole, problems=reader.found())
