"""What agrees, differs, or is lacking between what a document says and what a standard has?"""

from __future__ import annotations

from dataclasses import replace

from kijun.catalogue.installed import open_edition
from kijun.documents.fidelity import Fidelity, compare_with
from kijun.framework.edition import Edition

HARDWARE = "customer-service/hardware"


def _edition() -> Edition:
    return open_edition("itss/v3-2011")


def _without(edition: Edition, path: str) -> Edition:
    indicators = {key: value for key, value in edition.indicators.items() if key != f"{edition.id}/{path}"}
    return replace(edition, indicators=indicators)


def _paths(fidelity: Fidelity, standing: str) -> list[str]:
    return [each.path for each in fidelity.values if each.standing == standing]


def test_an_edition_agrees_with_itself_in_every_value() -> None:
    fidelity = compare_with(_edition(), _edition())
    assert {each.standing for each in fidelity.values} == {"agrees"}
    assert f"{HARDWARE}/5/complexity/at_least" in _paths(fidelity, "agrees")


def test_what_one_of_them_lacks_is_named_both_ways() -> None:
    whole, part = _edition(), _without(_edition(), f"{HARDWARE}/5")
    lacking = compare_with(part, whole)
    assert _paths(lacking, "differs") == []
    assert {path.rsplit("/", 1)[0].startswith(f"{HARDWARE}/5") for path in _paths(lacking, "only-in-standard")} == {
        True
    }
    assert _paths(compare_with(whole, part), "only-in-document") == _paths(lacking, "only-in-standard")


def test_a_number_that_differs_is_shown_with_both_values() -> None:
    newer, older = _edition(), open_edition("itss/v3-2008")
    fidelity = compare_with(newer, older)
    (found,) = [each for each in fidelity.values if each.path == f"{HARDWARE}/5/responsibility/measure"]
    assert (found.standing, found.document, found.standard) == ("differs", "years", "times")


def test_a_category_that_only_the_standard_has_is_left_out_unless_it_is_named() -> None:
    newer, older = _edition(), open_edition("itss/v3-2008")
    assert "sales/fields" not in {each.path for each in compare_with(newer, older).values}
    named = compare_with(newer, older, categories=["sales"])
    assert "sales/fields" in _paths(named, "only-in-standard")


def test_our_own_words_and_places_are_not_compared() -> None:
    paths = {each.path for each in compare_with(_edition(), _edition()).values}
    assert not [path for path in paths if path.rsplit("/", 1)[-1] in {"citation", "citations", "flags", "note"}]
