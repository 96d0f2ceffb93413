"""What does a job description say of fields, phases and activities?"""

from __future__ import annotations

from kijun.documents.glossary import shipped_glossary
from kijun.documents.names import Names
from kijun.documents.passage import words_of
from kijun.documents.printed import Line, Page, Place, Printed
from kijun.documents.recognise.job_description import JobDescription, recognise_job_description
from kijun.documents.recognise.level_table import LevelTable, recognise_level_table
from kijun.documents.recognise.sections import Divided, Section, divide
from kijun.documents.shipped_words import ShippedWords

_JAPANESE = (
    "職種：配線",
    "職種の説明",
    "配線を計画し、工事を見守る。工事の品",
    "質に責任を持つ。",
    "ＩＴ投資の局面においては、戦略的情報化企画（配線の構想、予算）、開発（配線工事（新設、",
    "増設））及び運用、保守を主な活動領域として以下を実施する。",
    "－開発",
    "・配線図の作成、",
    "　検査",
    "－運用、保守",
    "・点検",
    "－廃棄",
    "・撤去",
    "当該職種は、以下の専門分野に区分される",
    "●屋内",
    "建物の中の配線を受け持つ。",
    "●屋外",
    "建物の外の配線を受け持ち、",
    "事故に備える。",
)
_ENGLISH = (
    "Job Category: Wiring",
    "Description of Job Category",
    "Plans cables and is responsible for the safety of the work. Talks to the owners of",
    "buildings",
    "In IT investment phases, development (New lines, longer lines) and operation and maintenance",
    "are the main fields of activity. Does the following:",
    "- Development",
    "• Drawing of plans",
    "- Operation and maintenance",
    "• Inspection of",
    "old lines",
    "Wiring is divided into two specialty fields.",
    "●Indoor",
    "Lays cables inside.",
    "●Outdoor",
)


def _sections(*texts: str) -> list[Section]:
    lines = tuple(Line(text=text, place=Place(line=number)) for number, text in enumerate(texts, start=1))
    printed = Printed(name="lines.txt", format="text", count=1, pages=lambda: iter([Page(number=1, lines=lines)]))
    return list(divide(printed, Divided(), lambda _: None))


def _description(*texts: str) -> JobDescription:
    (section,) = (each for each in _sections(*texts) if each.kind == "job-description")
    return recognise_job_description(section, Names(shipped_glossary()), "1")


def _told(told: JobDescription) -> list[tuple[str, bool, str, list[str]]]:
    return [
        (each.id, each.is_main, words_of(each.name), [words_of(part) for part in each.parts]) for each in told.phases
    ]


def test_the_main_phases_have_their_parts_and_a_name_may_hold_the_sign_that_separates_names() -> None:
    assert _told(_description(*_JAPANESE)) == [
        ("strategic-information-planning", True, "戦略的情報化企画", ["配線の構想", "予算"]),
        ("development", True, "開発", ["配線工事（新設、増設）"]),
        ("operation-and-maintenance", True, "運用、保守", []),
        ("?phase:廃棄", False, "廃棄", []),
    ]
    assert _told(_description(*_ENGLISH)) == [
        ("development", True, "development", ["New lines", "longer lines"]),
        ("operation-and-maintenance", True, "operation and maintenance", []),
    ]


def test_each_activity_belongs_to_the_phase_above_it_and_may_go_on_in_the_next_line() -> None:
    japanese, english = _description(*_JAPANESE), _description(*_ENGLISH)
    assert [(each.phase, words_of(each.words)) for each in japanese.activities] == [
        ("development", "配線図の作成、検査"),
        ("operation-and-maintenance", "点検"),
        ("?phase:廃棄", "撤去"),
    ]
    assert [(each.phase, words_of(each.words)) for each in english.activities] == [
        ("development", "Drawing of plans"),
        ("operation-and-maintenance", "Inspection of old lines"),
    ]


def test_each_field_has_its_place_and_what_is_said_of_it() -> None:
    fields = _description(*_JAPANESE).fields
    assert [(words_of(name), name.place().line, told and words_of(told)) for name, told in fields] == [
        ("屋内", 15, "建物の中の配線を受け持つ。"),
        ("屋外", 17, "建物の外の配線を受け持ち、事故に備える。"),
    ]
    assert [(words_of(name), told is None) for name, told in _description(*_ENGLISH).fields] == [
        ("Indoor", False),
        ("Outdoor", True),
    ]


def test_the_words_are_kept_with_what_the_category_answers_for() -> None:
    japanese, english = _description(*_JAPANESE), _description(*_ENGLISH)
    assert japanese.place.line == 2
    assert [words_of(each) for each in (japanese.description, japanese.answers_for) if each] == [
        "配線を計画し、工事を見守る。工事の品質に責任を持つ。",
        "工事の品質に責任を持つ",
    ]
    assert [words_of(each) for each in (english.description, english.answers_for) if each] == [
        "Plans cables and is responsible for the safety of the work. Talks to the owners of buildings",
        "Plans cables and is responsible for the safety of the work",
    ]


def test_a_description_may_hold_nothing_but_words() -> None:
    told = _description("職種：配線", "職種の説明", "頼まれた配線を行う。")
    assert (told.fields, told.phases, told.activities, told.answers_for) == ((), (), (), None)


def test_a_known_phase_has_its_shipped_name_and_a_new_one_the_printed_one() -> None:
    words = ShippedWords("itss/v3-2011")
    planning, *_, removal = (each.plain(words) for each in _description(*_JAPANESE).phases)
    development = _description(*_JAPANESE).phases[1].plain(words)
    assert development["name"] == {"ja": "開発", "en": "Development"}
    assert removal == {"id": "?phase:廃棄", "name": {"ja": "廃棄", "en": "廃棄"}, "main": False, "parts": []}
    assert planning["parts"] == [{"ja": "配線の構想", "en": "配線の構想"}, {"ja": "予算", "en": "予算"}]
    assert _description(*_JAPANESE).activities[1].plain() == {
        "phase": "operation-and-maintenance",
        "name": {"ja": "点検", "en": "点検"},
    }


def _table(*texts: str) -> LevelTable | None:
    return next(filter(None, map(recognise_level_table, _sections(*texts))), None)


def test_the_levels_and_fields_that_head_the_overview_are_read_in_printed_order() -> None:
    table = _table("専門分野\t屋内\t地下 配線\t屋外", "レベル３", "レベル２", "レベル１")
    assert table is not None
    assert [(words_of(each), each.place().column) for each in table.fields] == [
        ("屋内", 6),
        ("地下 配線", 9),
        ("屋外", 15),
    ]
    assert table.levels == (3, 2, 1)


def test_a_dash_is_no_field_and_one_level_no_table() -> None:
    nameless = _table("専門分野 －", "レベル２", "レベル１")
    assert nameless is not None
    assert (nameless.fields, nameless.levels) == ((), (2, 1))
    assert _table("専門分野 屋内", "レベル２") is None
    assert _table("専門分野 屋内 レベル２", "【ビジネス貢献】", "レベル１", "レベル２") is None
