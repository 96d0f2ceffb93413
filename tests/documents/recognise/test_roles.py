"""Which role does a clause ask for?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.roles import recognise_role
from kijun.documents.recognise.sentence import Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


def _read(words: str) -> Notebook:
    cell = notebook()
    recognise_role(Sentence(passage(words)), "responsibility", cell, is_required=True)
    return cell


def _titles(cell: Notebook) -> list[str]:
    return [new.words for new in cell.names.new.values() if new.kind == "title"]


@pytest.mark.parametrize(
    ("words", "role", "titles"),
    [
        ("窓口責任者として、活動を", "responsible", ["窓口責任者"]),
        ("運用の局面における窓口チームリーダーとして活動を", "leader", ["窓口チームリーダー"]),
        ("窓口チ－ムメンバとして、活動を", "member", ["窓口チ－ムメンバ"]),
        ("窓口責任者又は受付責任者として", "responsible", ["窓口責任者", "受付責任者"]),
        ("窓口責任者、受付責任者または相談責任者として", "responsible", ["窓口責任者", "受付責任者", "相談責任者"]),
        ("窓口責任者又は窓口リーダとして", "leader", ["窓口責任者", "窓口リーダ"]),
        ("責任者の指示の下、窓口メンバとして", "member", ["窓口メンバ"]),
        ("責任者の立場で、活動を", "responsible", []),
        ("Works as a person responsible for help desks.", "responsible", ["person responsible for help desks"]),
        ("Works as a leader of the help desk team.", "leader", ["leader of the help desk team"]),
        ("Works as help desk team leader, and", "leader", ["help desk team leader"]),
        ("Works as a member of team leaders.", "member", ["member of team leaders"]),
        ("as the leader or the person responsible for help desks", "leader", None),
    ],
)
def test_the_rank_and_the_titles_are_read(words: str, role: str, titles: list[str] | None) -> None:
    cell = _read(words)
    assert (value(cell, "responsibility/role"), asked(cell)) == (role, [])
    assert titles is None or _titles(cell) == titles


@pytest.mark.parametrize(
    "words",
    [
        "窓口マネージャとして、活動を",
        "窓口サブリーダとして、活動を",
        "窓口責任者の補佐として、活動を",
        "上級の相談員として、活動を",
        "活動を実施した",
        "Works as a manager of help desks.",
        "as an assistant to the leader of the team",
        "as a deputy leader",
    ],
)
def test_a_rank_that_is_not_said_is_asked_about(words: str) -> None:
    cell = _read(words)
    assert (value(cell, "responsibility/role"), asked(cell)) == ("nothing noted", ["responsibility/role"])


def test_a_market_before_a_title_in_japanese_is_asked_about() -> None:
    assert asked(_read("特定業界全体の販売責任者として")) == ["responsibility/market"]


def test_a_new_title_keeps_its_rank() -> None:
    cell = _read("窓口責任者又は窓口リーダとして")
    assert [new.detail for new in cell.names.new.values()] == ["responsible", "leader"]
