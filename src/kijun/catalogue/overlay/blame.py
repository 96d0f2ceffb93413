"""Which line of an overlay is to blame for a problem that was found in its parent's values?

The parent is sound by itself. So whatever is wrong after the changes was brought about by one of them: a word that was
dropped and is still used, or the change nearest to where the problem was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kijun.catalogue.overlay.changes import Made
from kijun.catalogue.overlay.file import Overlay
from kijun.catalogue.overlay.traced import Traced, origin_of, way_to
from kijun.problem import Path, Place, Problem, Severity
from kijun.problem.reading import Reading, describe
from kijun.text import Text

_UNKNOWN = frozenset({"K101", "K104"})
_SHOWN = 3


@dataclass(slots=True, kw_only=True)
class Traces:
    """Where the values of changed files stand; `asked` are the ways that were asked for and lead into the parent."""

    files: Mapping[str, Traced]
    asked: list[tuple[Place, str, Path]] = field(default_factory=list)

    def reading(self, file: str) -> Reading:
        """Return the reading of a changed file."""

        def locate(path: Path) -> Place:
            origin = origin_of(self.files[file], path)
            place = origin.place
            if not origin.is_own:
                place = replace(place)  # a place of its own, to be known again
                self.asked.append((place, file, path))
            return place

        return Reading(locate=locate)

    def way_of(self, place: Place) -> tuple[str, Path] | None:
        """Return the file and the path that a place of the parent was given for."""
        return next(((file, path) for each, file, path in self.asked if each is place), None)


def blamed(problems: Iterable[Problem], traces: Traces, made: list[Made], overlay: Overlay) -> list[Problem]:
    """Return the problems with each error of a parent's value moved to the line of the change that caused it."""
    found: list[Problem] = []
    used: dict[int, list[str]] = {}
    for problem in problems:
        way = traces.way_of(problem.place) if problem.severity is Severity.ERROR else None
        if way is None:
            found.append(problem)
            continue
        file, path = way
        dropped = _dropped_word(problem, traces.files[file], path, made)
        if dropped is not None:
            used.setdefault(dropped, []).append(_words(file, path, traces.files))
        else:
            at = _answer(file, path, traces.files, overlay) or _nearest(file, path, traces.files, made)
            found.append(replace(problem, place=overlay.locate(at)))
    for position, places in used.items():
        change = made[position].change
        found.append(describe("K310", overlay.locate(change.at), word=change.steps[-1], places=_listed(places)))
    return found


def _dropped_word(problem: Problem, root: Traced, path: Path, made: list[Made]) -> int | None:
    """Return which change dropped the word that is unknown now, if one did."""
    if problem.code not in _UNKNOWN:
        return None
    held = list(way_to(root, path))[-1].held
    for position, each in enumerate(made):
        is_word = each.change.kind == "drop" and each.spot.file.startswith("vocabulary/")
        if is_word and each.change.steps[-1] in (held, path[-1] if path else ""):
            return position
    return None


def _answer(file: str, path: Path, files: Mapping[str, Traced], overlay: Overlay) -> Path | None:
    """Return the way to the answer that a policy point was given, where the problem is one of it."""
    if file != "policy.yaml":
        return None
    points = [value.get("id") for value in way_to(files[file], path)]
    return next((answered.at for answered in overlay.answers if answered.point in points), None)


def _nearest(file: str, path: Path, files: Mapping[str, Traced], made: list[Made]) -> Path:
    """Return the way to the change that shares the longest way with a place; the first of several."""
    way = list(way_to(files[file], path))

    def shared(each: Made) -> int:
        return sum(any(step is other for other in way) for step in each.spot.way)

    found = max(made, key=shared, default=None)
    return () if found is None else found.change.at


def _words(file: str, path: Path, files: Mapping[str, Traced]) -> str:
    """Return a place of the parent in the words of an overlay's paths, as far as they go."""
    root = files[file]
    named = []
    for value, step in zip(list(way_to(root, path))[1:], path, strict=False):
        identity = next((value.get(key) for key in ("id", "level", "kind") if value.get(key) is not None), None)
        if isinstance(step, int) and identity is None:
            break
        named.append(str(step if identity is None else identity))
    if file.startswith("indicators/"):
        named = [str(root.get("category")), str(root.get("field")), *named[1:]]
    elif file.startswith("skills/") and path[:1] == ("items",):
        fields = [str(value.get("field")) for value in way_to(root, path) if value.get("field") is not None]
        named = [str(root.get("category")), *fields, "skills", *named[1:]]
    elif file.startswith("vocabulary/"):
        named = ["vocabulary", *named]
    return "/".join(named) or file


def _listed(places: list[str]) -> Text:
    first, more = places[:_SHOWN], len(places) - _SHOWN
    if more <= 0:
        return Text(ja="、".join(first), en=", ".join(first))
    return Text(ja=f"{'、'.join(first)}など{len(places)}か所", en=f"{', '.join(first)} and {more} more places")
