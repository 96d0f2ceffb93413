"""How many areas does an expertise clause ask for, to which degree and with which reach?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.expertise import recognise_expertise
from tests.documents.recognise.written import asked, clause, notebook, value

_AREAS = ("配線の計画", "機器の選定", "顧客満足度の獲得")


def _read(lead: str | None, *options: str) -> Notebook:
    cell = notebook()
    recognise_expertise(clause("professional", lead, *(options or _AREAS)), cell)
    return cell


@pytest.mark.parametrize(
    ("lead", "at_least"),
    [
        ("以下の配線領域のいずれかについて、独力で実践している", 1),
        ("以下の領域のいずれか２つ以上について、独力で実践している", 2),
        ("次の二領域以上について、独力で実践している", 2),
        ("以下の領域に関して、独力で実践している", "all"),
        ("以下の領域のすべてについて、独力で実践している", "all"),
        ("Works independently in either one of the following areas", 1),
        ("Works independently in one or more of the following areas", 1),
        ("Works independently in at least two of the following areas", 2),
        ("Works independently in all of the following areas", "all"),
        ("Works independently in the following areas", "all"),
    ],
)
def test_a_number_either_one_or_every_area_is_asked_for(lead: str, at_least: int | str) -> None:
    cell = _read(lead)
    assert (value(cell, "expertise/at_least"), asked(cell)) == (at_least, [])


@pytest.mark.parametrize(
    ("lead", "degree"),
    [
        ("以下の領域のいずれかについて、他を指導することができる", "guides-others"),
        ("以下の領域のいずれかについて、他者を指導している", "guides-others"),
        ("以下の領域のいずれかについて、後進を指導している", "guides-juniors"),
        ("以下の領域のいずれかについて、単独で作業する", "practises-alone"),
        ("以下の領域に関して、基本的な知識を保有し、日々の作業に活用している", "uses-basics"),
        ("以下の領域に関して、基礎知識を保有している。", "knows-basics"),
        ("Has expertise in one of the following areas and guides others", "guides-others"),
        ("Has expertise in one of the following areas to guide juniors", "guides-juniors"),
        ("Works in one of the following areas by him/her-self", "practises-alone"),
        ("Has basic knowledge of the following areas and uses it", "uses-basics"),
        ("Has basic knowledge of the following areas.", "knows-basics"),
    ],
)
def test_the_degree_is_read(lead: str, degree: str) -> None:
    cell = _read(lead)
    assert (value(cell, "expertise/degree"), asked(cell)) == (degree, [])


@pytest.mark.parametrize(
    ("lead", "reach"),
    [
        ("以下の領域のいずれかについて、他を指導し、業界をリードしている", "leads-industry"),
        ("以下の領域のいずれかについて、他を指導し、業界に貢献している", "industry"),
        ("以下の領域のいずれかについて、他を指導し、社内に貢献している", "company"),
        ("以下の業界領域のいずれかについて、他を指導している", None),
        ("Guides others in one of the following areas and leads the industry", "leads-industry"),
        ("Guides others in one of the following areas and contributes to the industry", "industry"),
        ("Guides others in one of the following areas and contributes to the company", "company"),
        ("Guides others in one of the following industry areas", None),
    ],
)
def test_the_reach_is_read_where_one_is_printed(lead: str, reach: str | None) -> None:
    cell = _read(lead)
    assert (value(cell, "expertise/reach"), asked(cell)) == (reach, [])


@pytest.mark.parametrize(
    ("lead", "below"),
    [
        ("以下の領域の幾つかについて、独力で実践している", "at_least"),
        ("以下の５領域以上について、独力で実践している", "at_least"),
        ("以下の二テーマ以上について、独力で実践している", "at_least"),
        ("以下の領域の二つ以下について、独力で実践している", "at_least"),
        ("以下の領域のいずれかについて、３年以上独力で実践している", "at_least"),
        ("Works alone in some of the following areas", "at_least"),
        ("以下の領域のいずれかについて、専門性を保有している", "degree"),
        ("以下の領域のいずれかについて、一部を独力で実践している", "degree"),
        ("以下の領域のいずれかについて、指導を受けて作業する", "degree"),
        ("以下の領域のいずれかについて、独力で実践し、後進を指導している", "degree"),
        ("以下の領域に関して、基礎知識を保有し、独自の工夫をしている", "degree"),
        ("Has basic knowledge of the following areas and teaches them", "degree"),
        ("Has expertise in one of the following areas", "degree"),
        ("以下の領域のいずれかについて、他を指導し、社内外に貢献している", "reach"),
        ("以下の領域のいずれかについて、他を指導し、地域に貢献している", "reach"),
        ("以下の領域のいずれかについて、他を指導し、社内及び業界に貢献している", "reach"),
        ("以下の領域のいずれかについて、他を指導し、チームをリードしている", "reach"),
        ("Guides others in one of the following areas and contributes to the company and the industry", "reach"),
        ("Guides others in one of the following areas and contributes to society", "reach"),
    ],
)
def test_what_is_not_understood_is_asked_about(lead: str, below: str) -> None:
    cell = _read(lead)
    assert (asked(cell), [*cell.unread]) == ([f"expertise/{below}"], ["expertise"])


def test_the_areas_keep_their_order_and_a_new_one_is_a_new_name() -> None:
    cell = _read("以下の領域のいずれかについて、独力で実践している")
    assert value(cell, "expertise/of") == ["?area:配線の計画", "?area:機器の選定", "customer-satisfaction"]
    assert cell.noted["expertise/of"].place.line == 1


def test_a_list_without_areas_is_asked_about() -> None:
    cell = notebook()
    recognise_expertise(clause("professional", "以下の領域のいずれかについて、独力で実践している"), cell)
    assert asked(cell) == ["expertise"]
