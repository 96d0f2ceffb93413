"""Is the list of an overview split where its names end, though the separator stands inside of names?"""

from __future__ import annotations

from kijun.documents.fold import fold_name
from kijun.documents.overview_names import split_entry, split_list
from kijun.documents.passage import words_of
from tests.documents.recognise.written import passage

_TABLE = {fold_name(name): name for name in ("点検の順序", "測定器、工具の扱い", "Order, Start, and End", "Meters")}
_GLOSSARY = {fold_name(name): name for name in ("図面", "工具")}


def _split(text: str) -> tuple[list[str], list[str]]:
    split = split_list(
        passage(text), lambda name: _TABLE.get(fold_name(name)), lambda name: _GLOSSARY.get(fold_name(name))
    )
    return (
        [words_of(each.words) + ("" if each.id else "?") for each in split.names],
        [words_of(each) for each in split.unclear],
    )


def _entry(text: str, *items: str) -> tuple[str, str | None]:
    name, rest = split_entry(passage(text), lambda words: fold_name(words) in {fold_name(item) for item in items})
    return words_of(name), words_of(rest) if rest else None


def test_names_of_the_table_go_first_the_longest_before_the_others() -> None:
    assert _split("点検の順序、測定器、工具の扱い、図面") == (["点検の順序", "測定器、工具の扱い", "図面"], [])
    assert _split("測定\n器,工具の扱い、点検の順序") == (["測定器,工具の扱い", "点検の順序"], [])
    assert _split("Meters, Order, Start\nand End") == (["Meters", "Order, Start and End"], [])


def test_one_piece_that_nobody_knows_is_a_name_and_several_are_unclear() -> None:
    assert _split("点検の順序、はしご、図面") == (["点検の順序", "はしご?", "図面"], [])
    assert _split("点検の順序、はしご、脚立、図面") == (["点検の順序", "図面"], ["はしご、脚立"])


def test_a_piece_with_a_gap_inside_is_unclear() -> None:
    assert _split("点検の順序、はしご      ●修理") == (["点検の順序"], ["はしご ●修理"])


def test_a_separator_inside_brackets_parts_nothing() -> None:
    assert _split("点検の順序、道具（はしご、脚立）の扱い") == (["点検の順序", "道具（はしご、脚立）の扱い?"], [])


def test_an_item_and_its_list_stand_on_one_line_or_on_two() -> None:
    for blank in ("\t", "\u3000", "  ", "\u3000\t", "\n", " "):
        assert _entry(f"屋外の点検{blank}順序、工具", "屋外の点検") == ("屋外の点検", "順序、工具")
    assert _entry("屋外の点検\t順序") == ("屋外の点検", "順序")
    assert _entry("Line Inspection  Order, Start", "Line") == ("Line Inspection", "Order, Start")
    assert _entry("Line Inspection\nOrder, Start") == ("Line Inspection", "Order, Start")


def test_an_item_may_be_wrapped_and_may_be_its_own_only_knowledge_item() -> None:
    assert _entry("屋外の\n点検\n順序", "屋外の点検") == ("屋外の点検", "順序")
    assert _entry("Leading\nLeading", "Leading") == ("Leading", "Leading")
    assert _entry("屋外の点検", "屋外の点検") == ("屋外の点検", None)
