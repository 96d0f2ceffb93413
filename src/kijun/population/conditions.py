"""What does a set of conditions that held answer for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kijun.criteria import Conditions
from kijun.population.look_up import Asked, Classes, Following, Row, accepting, bits_by, classes_of, enough, leaves_in


def classes_of_conditions(asked: Sequence[Asked], condition_sets: Iterable[Row], conditions: Iterable[Row]) -> Classes:
    """Return the classes of the sets of conditions, whose rows come in the order of their numbers.

    What is listed as held, holds; whether others held is known only where the list is whole.
    """
    lists = [leaf for leaf in leaves_in(asked) if isinstance(leaf, Conditions)]
    return classes_of(asked, _holding(lists, condition_sets, conditions), lists)


def _holding(
    lists: Sequence[Conditions], condition_sets: Iterable[Row], conditions: Iterable[Row]
) -> Iterator[tuple[int, int, int]]:
    """Yield each set with the lists of which enough conditions surely and possibly held."""
    listed, mandatory = accepting(each.of for each in lists), accepting(each.must_include for each in lists)
    at_least = bits_by(each.at_least for each in lists)
    all_mandatory = bits_by(len(set(each.must_include)) for each in lists)
    conditions_of = Following(conditions, "condition_set")
    for row in condition_sets:
        held = [each["condition"] for each in conditions_of.of(row["condition_set"])]
        sure = enough([listed.by_word.get(each, 0) for each in held], at_least)
        sure &= enough([mandatory.by_word.get(each, 0) for each in held], all_mandatory)
        yield row["condition_set"], sure, sure if row["is_whole"] else (1 << len(lists)) - 1
