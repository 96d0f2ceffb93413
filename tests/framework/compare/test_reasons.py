"""Does a difference that a company made bear the company's reason?"""

from __future__ import annotations

from dataclasses import replace

from kijun.citation import Citation
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition, Flag
from kijun.text import same
from tests.framework.compare.compared import with_cell
from tests.framework.small import edition

CELL = "acme/1/service/alpha/3"


def flag(line: int, about: str, *touches: str, is_change: bool = True) -> Flag:
    cited = (Citation(document="own", line=line),)
    return Flag(
        id=f"own:{line}", about=same(about), citations=cited, touches=touches, correction=None, is_change=is_change
    )


def flagged(made: Edition, *flags: Flag) -> Edition:
    """Return an edition with a company's flags, whose succession is cited to line 7 of its overlay."""
    cell = made.indicators[CELL]
    cited = {**cell.citations, "succession": Citation(document="own", line=7)}
    indicators = {**made.indicators, CELL: replace(cell, citations=cited)}
    return replace(made, indicators=indicators, flags={**made.flags, **{each.id: each for each in flags}})


def reasons(old: Edition, new: Edition) -> list[str | None]:
    return [change.reason.en if change.reason else None for change in compare(old, new).changes]


def test_a_change_bears_the_reason_that_stands_where_it_is_cited() -> None:
    new = flagged(with_cell("alpha", succession={"at_least": 1}), flag(3, "Else.", CELL), flag(7, "Young.", CELL))
    assert reasons(edition(), new) == ["Young."]
    assert reasons(new, edition()) == ["Young."]


def test_what_has_no_place_of_its_own_is_found_by_its_path() -> None:
    made = with_cell("alpha", mentoring=False, expertise={"of": ["craft"]})
    new = flagged(
        made,
        flag(3, "Dropped: service/alpha/3/mentoring. Alone.", CELL),
        flag(4, "Dropped: service/alpha/3/expertise/of/trust. Trusted.", CELL),
    )
    assert reasons(edition(), new) == [
        "Dropped: service/alpha/3/expertise/of/trust. Trusted.",
        "Dropped: service/alpha/3/mentoring. Alone.",
    ]


def test_what_goes_with_a_whole_that_was_changed_bears_its_reason() -> None:
    new = flagged(with_cell("alpha", mentoring=False), flag(3, "Changed: service/alpha/3. Another post.", CELL))
    assert reasons(edition(), new) == ["Changed: service/alpha/3. Another post."]


def test_a_change_without_a_flag_of_its_own_has_no_reason() -> None:
    made = with_cell("alpha", mentoring=False)
    others = (flag(3, "service/alpha/3/mentoring", CELL, is_change=False), flag(4, "Changed: service/beta/3.", CELL))
    assert reasons(edition(), flagged(made, *others)) == [None]


def test_what_both_have_from_one_ancestor_is_no_reason() -> None:
    old = flagged(edition(), flag(3, "Dropped: service/alpha/3/mentoring.", CELL))
    new = flagged(with_cell("alpha", mentoring=False), flag(3, "Dropped: service/alpha/3/mentoring.", CELL))
    assert reasons(old, new) == [None]
