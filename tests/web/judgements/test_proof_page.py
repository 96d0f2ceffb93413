"""Does the page of a cell say exactly what the proof says, with its evidence linked and what is missing a click away?"""

from __future__ import annotations

import re
from datetime import date
from typing import cast as typed

import pytest
from django.urls import reverse
from django.utils import timezone

from kijun.judgement.explain import PART_NAMES, VERDICT_NAMES, explain, not_examined, say_outcome
from kijun.judgement.record_judgement import judge_editions
from kijun.report.mask import relabelled
from kijun.text import Language, Text
from kijun.web.accounts.models import User
from kijun.web.library.queries import editions
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from kijun.web.people.queries import read_record
from tests.web.cast import HARDWARE, Cast, client_of, give_record, make_person, record_of
from tests.web.judgements.records import HARDWARE_SIX, give_whole, grown_record, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
ON = date(2026, 4, 1)
SALES_SEVEN = "itss/v3-2008/sales/consulting-sales/7"
EXAMPLES = {
    HARDWARE: ("itss/v3-2011/customer-service/hardware/{}", (3, 4, 5, 6)),
    "facility-management.yaml": ("itss/v3-2011/customer-service/facility-management/{}", (3, 4, 5, 6)),
    "sales.yaml": ("itss/v3-2008/sales/consulting-sales/{}", (3, 4, 5, 6, 7)),
}


def url_of(person: User, cell: str, query: str = "") -> str:
    """Return where the proof of a cell is."""
    return f"{reverse('judgements:cell', args=(person.key, cell))}{query}"


def page(person: User, cell: str, query: str = "?on=2026-04-01", *, viewer: User | None = None) -> str:
    """Return the page of a cell."""
    answer = client_of(viewer or person).get(url_of(person, cell, query))
    assert answer.status_code == 200
    return answer.content.decode()


def said(person: User, cell: str, query: str = "?on=2026-04-01") -> str:
    """Return what the page of a cell says."""
    return words_of(client_of(person).get(url_of(person, cell, query)))


def plain(words: str) -> str:
    """Return words without blanks, which tags may stand for."""
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_says_exactly_what_the_proof_says(name: str, language: str) -> None:
    person = make_person("Reader", language=language)
    record = give_whole(person, name)
    someone, labels = relabelled(read_record(record).person, {})
    path, levels = EXAMPLES[name]

    def words(text: Text) -> str:
        return plain(labels.named(text).said_in(typed(Language, language)))

    for level in levels:
        cell = path.format(level)
        edition = next(each for each in editions() if cell in each.indicators)
        judged = judge_editions([edition], someone, on=ON).editions[0].cells[cell]
        shown = plain(said(person, cell))
        assert words(say_outcome(judged)) in shown
        names = edition.vocabulary.name
        told = explain(judged, someone, names)
        assert told
        for each in told:
            head = f"{words(VERDICT_NAMES[each.verdict.value])}:{words(PART_NAMES[each.name])}{words(each.headline)}"
            assert f"{head}{each.citation}" in shown
            for detail in each.details:
                if not detail.en.startswith("would settle it"):
                    assert words(detail) in shown
                    continue
                for piece in re.split(
                    " / |;" if language == "ja" else "; ", labels.named(detail).said_in(typed(Language, language))
                ):
                    assert plain(piece) in shown
        circumstances = not_examined(judged.cell.indicator, names)
        assert circumstances is None or words(circumstances) in shown


def test_evidence_is_called_by_its_title_and_leads_to_its_form(cast: Cast) -> None:
    record = give_whole(cast.person)
    entry = next(each for each in Entry.objects.filter(record=record) if each.body.get("id") == "rail-operations")
    form = reverse("people:engagement", args=(cast.person.key, entry.key))
    assert f'<a href="{form}">Kotori Railway: running the traffic control system</a>' in page(cast.person, HARDWARE_SIX)
    assert "rail-operations" not in said(cast.person, HARDWARE_SIX)


def test_what_is_no_engagement_is_linked_by_its_name(cast: Cast) -> None:
    record = give_whole(cast.person)
    entry = next(each for each in Entry.objects.filter(record=record) if each.body.get("kind") == "community")
    form = reverse("people:entry", args=(cast.person.key, entry.key))
    assert f'<a href="{form}">activity in a professional community</a>' in page(cast.person, HARDWARE_SIX)


def test_who_only_reads_is_led_to_the_place_in_the_record(cast: Cast) -> None:
    record = give_whole(cast.person)
    entry = next(each for each in Entry.objects.filter(record=record) if each.body.get("id") == "rail-operations")
    place = f"{reverse('people:record', args=(cast.person.key,))}#{entry.key}"
    shown = page(cast.person, HARDWARE_SIX, viewer=cast.superior)
    assert f'<a href="{place}">Kotori Railway' in shown
    assert "Make this my goal" not in shown


def test_a_title_cannot_bring_tags_onto_the_page(cast: Cast) -> None:
    record = give_whole(cast.person)
    entry = next(each for each in Entry.objects.filter(record=record) if each.body.get("id") == "rail-operations")
    body = {**entry.body, "title": {"ja": "<script>1</script>", "en": "<script>1</script>"}}
    wish = Wish(key=entry.key, list="engagements", body=body)
    assert change_record(record, [wish], author=cast.person, kind="edited").revision
    shown = page(cast.person, HARDWARE_SIX)
    assert "<script>1" not in shown
    assert "&lt;script&gt;1" in shown


def test_what_is_unknown_can_be_recorded_at_once_and_one_comes_back(cast: Cast) -> None:
    give_record(cast.person, "sales.yaml")
    record = record_of(cast.person)
    entry = next(
        each for each in Entry.objects.filter(record=record, list="engagements") if each.body.get("equivalences")
    )
    shown = page(cast.person, SALES_SEVEN)
    complete = reverse("people:complete", args=(cast.person.key,))
    assert re.search(rf'href="{complete}\?[^"]*cells', shown), "it comes back to the cell"
    assert reverse("people:engagement", args=(cast.person.key, entry.key)) in shown
    assert shown.count("Record this") >= 3
    assert "Record this" not in page(cast.person, SALES_SEVEN, viewer=cast.superior)


def test_citations_lead_to_the_part_in_the_library(cast: Cast) -> None:
    give_whole(cast.person)
    shown = page(cast.person, HARDWARE_SIX)
    assert (
        '<a class="citation" href="/library/itss/v3-2011/customer-service/hardware/6/responsibility/">002:88</a>'
        in shown
    )


def test_the_proof_goes_down_to_each_condition(cast: Cast) -> None:
    give_whole(cast.person)
    shown = page(cast.person, HARDWARE_SIX)
    assert '<details class="tree">' in shown
    assert "reaches the complexity and size of level 6" in shown
    assert "2 of 6 conditions" in shown or "3 of 6 conditions" in shown


def test_an_engagement_that_falls_short_shows_what_is_asked_beside_what_is_on_record() -> None:
    shown = said(grown_record(), HARDWARE_SIX, "?on=2026-04-01&recorded=2024-02-29")
    assert "Asakaze Bank: preventive care of the core system: one of these" in shown
    assert (
        "users served: “nationwide, overseas or social infrastructure” or wider; on record: a whole industry" in shown
    )


def test_the_next_levels_and_the_other_editions_are_one_click_away(cast: Cast) -> None:
    give_whole(cast.person)
    shown = page(cast.person, HARDWARE_SIX)
    for level in (3, 4, 5):
        assert url_of(cast.person, f"itss/v3-2011/customer-service/hardware/{level}", "?on=2026-04-01") in shown
    other = url_of(cast.person, "itss/v3-2008/customer-service/facility-management/5")
    assert other in page(cast.person, "itss/v3-2011/customer-service/facility-management/5", "")


def test_the_silent_points_are_told_with_their_answers(cast: Cast) -> None:
    give_whole(cast.person)
    assert "How the standard's silent points were answered" in said(cast.person, HARDWARE_SIX)


def test_a_cell_that_is_not_met_can_become_the_goal_and_a_met_one_cannot(cast: Cast) -> None:
    give_whole(cast.person)
    assert f"?goal={HARDWARE_SIX}" in page(cast.person, HARDWARE_SIX)
    assert "?goal=" not in page(cast.person, HARDWARE_SIX.replace("/6", "/5"))


def test_the_proof_can_be_had_as_plain_text(cast: Cast) -> None:
    give_whole(cast.person)
    assert 'href="?on=2026-04-01&amp;as=text"' in page(cast.person, HARDWARE_SIX)
    answer = client_of(cast.person).get(url_of(cast.person, HARDWARE_SIX, "?on=2026-04-01&as=text"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[:2] == ["Hardware, level 6 (ITSS V3 2011): one part short", "responsibility: not met"]
    assert "  Kotori Railway: running the traffic control system (2023-10 to now)" in lines


def test_what_is_kept_is_made_anew_when_the_record_or_the_language_changes(cast: Cast) -> None:
    record = give_whole(cast.person)
    today = timezone.localdate().isoformat()
    before = said(cast.person, HARDWARE_SIX, f"?on={today}")
    entry = next(each for each in Entry.objects.filter(record=record) if each.body.get("id") == "rail-operations")
    wish = Wish(key=entry.key, list="engagements", body=None)
    change_record(record, [wish], author=cast.person, kind="removed")
    assert said(cast.person, HARDWARE_SIX, f"?on={today}") != before
    cast.person.language = "ja"
    cast.person.save()
    assert "責任性" in said(cast.person, HARDWARE_SIX)
