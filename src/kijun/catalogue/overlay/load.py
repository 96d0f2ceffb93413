"""Which edition does a folder with an overlay.yaml hold: its parent, with the company's changes?

The changes are made in the plain values of the parent, which are then parsed and checked like those of any edition
(decision 0011): the same parser finds what is wrong, and every problem points to overlay.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as Folder

from kijun.catalogue.folder_reader import FolderReader
from kijun.catalogue.late_skills import skill_files
from kijun.catalogue.loaded_edition import LoadedEdition
from kijun.catalogue.overlay.blame import Traces, blamed
from kijun.catalogue.overlay.changes import Made, make_changes
from kijun.catalogue.overlay.file import OVERLAY, Overlay, read_overlay
from kijun.catalogue.overlay.lineage import inherited
from kijun.catalogue.overlay.marks import mark
from kijun.catalogue.overlay.needs import report_needs, report_used_words
from kijun.catalogue.overlay.traced import Origin, Traced, plain, trace
from kijun.catalogue.shipped import shipped_folders
from kijun.framework.check import check
from kijun.framework.edition import Edition
from kijun.framework.parse_edition import Files, parse_edition
from kijun.framework.parse_vocabulary import FILES
from kijun.problem import Place, Problem
from kijun.problem.reading import Reading, Value, describe, nearest
from kijun.text import Text

Load = Callable[[Folder, bool], LoadedEdition]
"""Loads the edition of a folder, checked or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parent:
    folder: Folder
    is_shipped: bool


def is_overlay(folder: Folder) -> bool:
    """Return whether a folder holds an overlay."""
    return (folder / OVERLAY).is_file()


def load_overlay(folder: Folder, load: Load) -> LoadedEdition:
    """Return the edition that an overlay makes of its parent, which `load` loads."""
    loaded = _load(folder, load, is_kept=True)
    # what is kept of a shipped parent may not be what its files say: they are asked before anything is refused
    return loaded if loaded.edition is not None else _load(folder, load, is_kept=False)


def _load(folder: Folder, load: Load, *, is_kept: bool) -> LoadedEdition:
    if (folder / "edition.yaml").is_file():
        return _refused([describe("K313", Place(file=str(folder / OVERLAY)), name=folder)])
    overlay = read_overlay(folder)
    if not isinstance(overlay, Overlay):
        return _refused(overlay)
    parent = _parent(overlay, folder)
    if parent is None:
        return _refused(overlay.reading.in_order())
    above = load(parent.folder, not parent.is_shipped)
    if above.edition is None:
        return _refused([*_of_parent(overlay, parent, above), *above.problems])
    _report_taken(overlay, above.edition)
    files = _files(parent.folder, is_kept=is_kept)
    made = make_changes(overlay, files)
    report_used_words(made, files, overlay)
    mark(overlay, made, files)
    if overlay.reading.has_errors:
        return _refused(overlay.reading.in_order())
    return _parsed(overlay, files, made, above.edition)


def _refused(problems: list[Problem] | tuple[Problem, ...]) -> LoadedEdition:
    return LoadedEdition(edition=None, problems=tuple(problems))


def _parsed(overlay: Overlay, files: Mapping[str, Traced], made: list[Made], parent: Edition) -> LoadedEdition:
    traces = Traces(files=files)
    values = {
        name: Value(reading=traces.reading(name), path=(), raw=plain(root)) for name, root in sorted(files.items())
    }
    parsed = parse_edition(_assembled(values))
    readings = [value.reading for value in values.values()]
    has_errors = any(reading.has_errors for reading in readings)
    if not has_errors and not report_needs(parsed.edition, made, overlay):
        check(parsed.edition, parsed.cells, parsed.policy)
    readings.append(overlay.reading)
    problems = [problem for reading in readings for problem in reading.in_order()]
    if any(reading.has_errors for reading in readings):
        moved = blamed(problems, traces, made, overlay)
        own = Reading(locate=overlay.locate, problems=moved)
        return _refused(own.in_order())
    edition = replace(parsed.edition, inherited=inherited(parsed.edition, parent))
    return LoadedEdition(edition=edition, problems=tuple(problems))


def _assembled(values: Mapping[str, Value]) -> Files:
    return Files(
        edition=values["edition.yaml"],
        structure=values["structure.yaml"],
        policy=values["policy.yaml"],
        flags=values.get("flags.yaml"),
        vocabulary={name: values[f"vocabulary/{name}.yaml"] for name in FILES if f"vocabulary/{name}.yaml" in values},
        indicators=tuple(value for name, value in values.items() if name.startswith("indicators/")),
        skills=tuple(value for name, value in values.items() if name.startswith("skills/")),
    )


def _files(folder: Folder, *, is_kept: bool) -> dict[str, Traced]:
    """Return the values of a sound standard's files, with those changed that its own overlays change."""
    if not is_overlay(folder):
        return _read(folder, is_kept=is_kept)
    overlay = read_overlay(folder)
    assert isinstance(overlay, Overlay), "the parent was loaded"
    parent = _parent(overlay, folder)
    assert parent is not None, "the parent was loaded"
    files = _files(parent.folder, is_kept=is_kept)
    mark(overlay, make_changes(overlay, files), files)
    return {name: trace_again(root) for name, root in files.items()}


def trace_again(root: Traced) -> Traced:
    """Return values whose places are those of a parent's."""
    origin = replace(root.origin, is_own=False)
    held = root.held
    if isinstance(held, dict):
        held = {key: trace_again(value) for key, value in held.items()}
    elif isinstance(held, list):
        held = [trace_again(value) for value in held]
    return Traced(held=held, origin=origin)


def _read(folder: Folder, *, is_kept: bool) -> dict[str, Traced]:
    paths = [
        *(folder / f"{name}.yaml" for name in ("edition", "structure", "policy", "flags")),
        *(folder / "vocabulary" / f"{name}.yaml" for name in FILES),
        *sorted((folder / "indicators").glob("*/*.yaml")),
        *skill_files(folder),
    ]
    there = [path for path in paths if path.is_file()]
    reader = FolderReader(folder, there, is_kept=is_kept and folder in shipped_folders().values(), part="-whole")
    values = {path.relative_to(folder).as_posix(): reader.read(path) for path in there}
    reader.keep()
    return {
        name: trace(value.raw, Origin(locate=value.reading.locate, path=(), is_own=False))
        for name, value in values.items()
    }


def _parent(overlay: Overlay, folder: Folder) -> _Parent | None:
    """Return where the parent lies; None, and a problem, where there is none or where the parents lead in a circle."""
    found = _find(overlay.parent, folder)
    if found is None:
        if overlay.parent:
            known = shipped_folders()
            near = nearest(overlay.parent, [*known, *_beside(folder)])
            listed = Text(ja="、".join(known), en=", ".join(known))
            overlay.reading.report(
                "K307", ("parent",), suggestion=near, name=overlay.parent, folder=folder, known=listed
            )
        return None
    chain = list(chain_of(folder))
    if chain[-1] in chain[:-1]:
        shown = " → ".join(each.name for each in chain)
        overlay.reading.report("K308", ("parent",), chain=shown)
        return None
    return found


def chain_of(folder: Folder) -> Iterator[Folder]:
    """Yield a folder and those of its parents, until one comes again."""
    seen: set[Folder] = set()
    here: Folder | None = folder.resolve()
    while here is not None:
        yield here
        if here in seen or not is_overlay(here):
            return
        seen.add(here)
        read = read_overlay(here)
        above = _find(read.parent, here) if isinstance(read, Overlay) else None
        here = above.folder.resolve() if above else None


def _find(name: str, folder: Folder) -> _Parent | None:
    shipped = shipped_folders()
    if name in shipped:
        return _Parent(folder=shipped[name], is_shipped=True)
    path = folder / name
    is_there = bool(name) and ((path / "edition.yaml").is_file() or is_overlay(path))
    return _Parent(folder=path, is_shipped=False) if is_there else None


def _beside(folder: Folder) -> list[str]:
    """Return the standards' folders that lie beside an overlay, as its parent would name them."""
    here = folder.resolve()
    return [f"../{path.parent.name}" for path in here.parent.glob("*/*.yaml") if path.stem in ("edition", "overlay")]


def _of_parent(overlay: Overlay, parent: _Parent, above: LoadedEdition) -> tuple[Problem, ...]:
    overlay.reading.report("K309", ("parent",), name=overlay.parent, count=len(above.problems), folder=parent.folder)
    return overlay.reading.in_order()


def _report_taken(overlay: Overlay, parent: Edition) -> None:
    taken = {name: Text(ja="付属の版", en="a shipped edition") for name in shipped_folders()}
    taken[parent.id] = Text(ja="もとの標準", en="its parent")
    if overlay.id in taken:
        overlay.reading.report("K312", ("id",), id=overlay.id, whose=taken[overlay.id])
