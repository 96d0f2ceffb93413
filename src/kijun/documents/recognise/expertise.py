"""What does the expertise clause ask: how many areas of its list, to which degree, with which reach?

A number or "either one" is printed, or every area is asked. A degree or a reach in words that are not known is asked about.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.item_count import count_items
from kijun.framework.indicator import ALL
from kijun.text import Text

_DEGREES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("guides-others", re.compile(r"他(?:者|人|の[^、。]{1,12})?を指導(?!者)|\bguid(?:e|es|ing) others")),
    (
        "guides-juniors",
        re.compile(
            r"(?:後進|後輩|部下)を指導(?!者)|\bguid(?:e|es|ing) (?:subordinates|juniors|junior (?:staff|members))"
        ),
    ),
    (
        "practises-alone",
        re.compile(
            r"(?<!一部を)(?:独力|単独)で(?!は|きな)|\bby (?:him/?-?her|himself|herself|oneself|themselves)"
            r"|\b(?:independently|unaided|alone)\b|\bon (?:his|her|their|one's)(?: or her)? own\b"
        ),
    ),
    (
        "uses-basics",
        re.compile(
            r"(?:基本|基礎)(?:的な?|の)?(?:知識|技能)[^。]{0,20}(?:活用|利用|応用)し"
            r"|\b(?:us|appl)(?:e|es|ing|y|ies|ying) (?:the )?(?:basics|basic (?:knowledge|skills))"
            r"|\b(?:the )?(?:basics|basic (?:knowledge|skills))\b[^.]*\b(?:uses?|appl(?:y|ies)|utili[sz]es?) (?:them|it)\b"
        ),
    ),
    (
        "knows-basics",
        re.compile(
            r"(?:基本|基礎)(?:的な?|の)?知識(?:・技能)?を(?:保有|有)し(?:てい|てお)?る?。?$"
            r"|\b(?:knows?|ha(?:s|ve|ving)) (?:the )?(?:basics|basic knowledge)\b[^.]*\b(?:following|areas?|fields?|domains?)[.: ]*$"
        ),
    ),
)
"""Degree -> how it is said, the highest first. Who uses the basics knows them."""

_NEGATED: Final = re.compile(
    r"(?:でき|し(?:てい)?|有さ|持た)ない|指導を受け|指導の(?:下|もと)|\bnot\b|\bcannot\b|\bunder\b"
)
"""What turns a degree into another one."""

_LIST: Final = re.compile(r"(?:以下|次|下記)の[^、。]*?領域|\bfollowing [^,.]*?(?:areas?|fields?|domains?)\b")
"""How the list of areas is called: what stands in it says nothing of a reach."""

_TOUCHED: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("industry", re.compile(r"業界|インダストリ|\bindustr(?:y|ies)\b")),
    ("company", re.compile(r"社内(?!外)|自社|会社(?!外)|\bcompany\b")),
    (
        "other",
        re.compile(
            r"社外|社内外|社会|国内|国際|世界|地域|部門|組織|\bsociety\b|\bdepartments?\b|\borgani[sz]ations?\b"
        ),
    ),
)
_LEADS: Final = re.compile(
    r"(?:業界|インダストリ)(?:全体)?を(?:リード|先導|牽引|主導)|\blead(?:s|ing)? (?:the )?(?:\w+ )?industry\b"
)
_GIVES: Final = re.compile(r"貢献|\bcontribut")
_LEADS_ANY: Final = re.compile(r"(?:リード|先導|牽引|主導)し|\blead(?:s|ing)?\b")

_NO_AREAS: Final = Text(
    ja="専門性の領域の一覧が読み取れません。専門性の全体を、達成度指標のファイルのexpertiseと同じ形で答えてください。",
    en="The list of areas of expertise could not be read. Answer with the expertise as a whole, in the shape of expertise in an "
    "indicator's file.",
)
_HOW_MANY: Final = Text(
    ja="いくつの領域が求められるか、わかりません。数か、すべてならallと答えてください。",
    en="The words do not tell how many areas are asked. Answer with a number, or with all.",
)
_WHICH_DEGREE: Final = Text(
    ja="専門性の程度がわかりません。knows-basics、uses-basics、practises-alone、guides-juniors、guides-othersのどれかを答えてください。",
    en="The degree of expertise is not clear. Answer with knows-basics, uses-basics, practises-alone, guides-juniors "
    "or guides-others.",
)
_WHICH_REACH: Final = Text(
    ja="貢献の範囲がわかりません。none、company、industry、leads-industryのどれかを答えてください。",
    en="The reach of the contribution is not clear. Answer with none, company, industry or leads-industry.",
)


_PLAIN_LIST: Final = re.compile(
    r"(?:領域|分野|事項|項目)(?:に(?:関|つい|おい)|を|、)|\b(?:areas?|fields?|following)\b(?![^.]*\b(?:ne|oe|on|eit|ither|ether)\b)"
)
"""A list of which all is asked: nothing stands between it and what is asked of it."""


def recognise_expertise(clause: Clause, cell: Notebook) -> None:
    """Note how many areas are asked, which, to which degree and with which reach."""
    lead, options = clause.lead, clause.options
    if lead is None or not options:
        first = clause.first
        if first is not None:
            cell.give_up("expertise", first, _NO_AREAS)
        return
    cell.wording["expertise"] = lead
    for option in options:
        cell.wording.setdefault(f"expertise/of/{cell.name('area', option)}", option)
    areas = cell.name_all("area", options)
    _note_count(lead, len(areas), cell)
    cell.write("expertise/of", areas, options[0].place())
    _note_degree(lead, cell)
    _note_reach(lead, cell)


def _note_count(lead: Passage, offered: int, cell: Notebook) -> None:
    count = count_items(lead)
    is_silent = count.at_least is None and not count.is_all
    if (
        not count.is_clear
        or (count.at_least or 0) > offered
        or (is_silent and not _PLAIN_LIST.search(lead.folded.text))
    ):
        cell.give_up("expertise", lead, _HOW_MANY, below="expertise/at_least")
    else:
        cell.write("expertise/at_least", count.at_least or ALL, lead.place())


def _note_degree(lead: Passage, cell: Notebook) -> None:
    text = lead.folded.text
    found = [(degree, match) for degree, pattern in _DEGREES if (match := pattern.search(text))]
    basics = [each for each in found if each[0].endswith("basics")]
    said = found if len(found) > len(basics) else basics[:1]
    if len(said) != 1 or (basics and said != basics[:1]) or _NEGATED.search(text):
        cell.give_up("expertise", lead, _WHICH_DEGREE, below="expertise/degree")
        return
    degree, match = said[0]
    cell.write("expertise/degree", degree, lead.place_of(match.start()))


def _note_reach(lead: Passage, cell: Notebook) -> None:
    text = _LIST.sub(lambda match: " " * len(match.group()), lead.folded.text)
    leads, gives = _LEADS.search(text), _GIVES.search(text)
    touched = [reach for reach, pattern in _TOUCHED if pattern.search(text)]
    decisive = leads or gives
    if decisive is None and not touched and not _LEADS_ANY.search(text):
        cell.write("expertise/reach", None, lead.place())
    elif decisive is None or len(touched) != 1 or touched[0] == "other" or (leads and gives):
        cell.give_up("expertise", lead, _WHICH_REACH, below="expertise/reach")
    else:
        cell.write("expertise/reach", "leads-industry" if leads else touched[0], lead.place_of(decisive.start()))
