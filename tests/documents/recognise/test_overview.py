"""Are the entries and the note of an overview found, wherever they stand?"""

from __future__ import annotations

from kijun.documents.passage import words_of
from kijun.documents.printed import Line, Page, Place, Printed
from kijun.documents.recognise.overview import ReadOverview, recognise_overview
from kijun.documents.recognise.sections import Divided, divide


def _overview(text: str) -> ReadOverview:
    lines = tuple(
        Line(text=line, place=Place(line=number))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    )
    printed = Printed(name="lines.txt", format="text", count=1, pages=lambda: iter([Page(number=1, lines=lines)]))
    (section,) = (each for each in divide(printed, Divided(), lambda _: None) if each.kind == "skill-area")
    return recognise_overview(section)


def test_an_entry_goes_on_until_the_next_one_or_a_title() -> None:
    read = _overview(
        "回線守備のスキル領域\n全専門分野\n●点検\n順序、測定\n器の扱い\n●修理\t部品\nスキル熟達度・知識項目\n職種：回線守備"
    )
    assert [words_of(entry.words) for entry in read.entries] == ["点検順序、測定器の扱い", "修理 部品"]
    assert read.note is None


def test_groups_stand_apart() -> None:
    read = _overview("回線守備のスキル領域\n●点検\n\n順序\n\n●修理\n\n部品\n\n\n\n\n●配線\n\n図面\n\n●清掃")
    assert [(words_of(entry.words)[:2], entry.group) for entry in read.entries] == [
        ("点検", 0),
        ("修理", 0),
        ("配線", 1),
        ("清掃", 1),
    ]


def test_a_heading_of_a_group_is_no_item() -> None:
    read = _overview("回線守備のスキル領域\n◆屋外の系\n●点検\n順序\n◆屋内の系\n●修理")
    assert [words_of(entry.words) for entry in read.entries] == ["点検順序", "修理"]


def test_the_note_goes_on_until_the_first_entry() -> None:
    read = _overview("Skill Area of Line Keeping\n<Note> Marked items are for\nall keepers.\n●Inspection\nOrder")
    assert read.note is not None
    assert words_of(read.note) == "Marked items are for all keepers."
    assert (read.note.place().line, len(read.entries)) == (2, 1)


def test_an_overview_may_have_no_text_of_its_own() -> None:
    assert _overview("回線守備のスキル領域\n全専門分野").entries == ()
