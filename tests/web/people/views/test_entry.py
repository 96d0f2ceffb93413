"""Is what somebody types put on record, told what is wrong with it, and taken back?"""

from __future__ import annotations

import re
from typing import Any

import pytest

from kijun.web.people.models import Revision
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.people.typed import (
    ENGAGEMENT,
    OTHERWISE,
    SMALL,
    add,
    body_of,
    entries,
    form_url,
    hidden,
    text_of,
    url,
)

pytestmark = pytest.mark.django_db
LISTS = ("engagements", *SMALL)


def typed(list_: str) -> dict[str, Any]:
    return ENGAGEMENT if list_ == "engagements" else SMALL[list_]


def focused(page: Any) -> list[str]:
    """Return the fields at which a page begins, one if it is right."""
    form = text_of(page).partition("data-draft=")[2].partition("</form>")[0]
    controls = re.findall(r"<(?:input|select)[^>]* autofocus[^>]*>", form)
    return [name for each in controls for name in re.findall(r'name="(\w+)"', each)]


@pytest.mark.parametrize("list_", LISTS)
def test_an_entry_is_added_edited_removed_and_each_is_undone_and_done_again(cast: Cast, list_: str) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person, list_)
    first = entry.body
    changes = OTHERWISE.get(list_, {"title_en": "Core banking, renewed"})
    page = client.get(form_url(person, entry))
    client.post(form_url(person, entry), {**typed(list_), **changes, "based_on": hidden(page, "based_on")})
    second = body_of(person, list_)
    assert second != first
    client.post(url("undo", person, number=3))
    assert body_of(person, list_) == first
    client.post(url("undo", person, number=4))
    assert body_of(person, list_) == second
    client.post(url("remove", person, key=entry.key), {"based_on": entries(person, list_)[0].revised})
    assert entries(person, list_) == []
    client.post(url("undo", person, number=6))
    assert body_of(person, list_) == second
    assert [each.kind for each in Revision.objects.filter(record=record_of(person))] == [
        *("undone", "removed", "undone", "undone", "edited", "added", "added")
    ]


@pytest.mark.parametrize("list_", LISTS)
def test_a_form_says_all_that_is_wrong_at_once_where_it_is(cast: Cast, list_: str) -> None:
    where = url("engagement_new", cast.person) if list_ == "engagements" else url("entry_new", cast.person, list=list_)
    page = client_of(cast.person).post(
        where, {"until": "2020-13", "since": "soon", "day": "32", "peak_persons": "many"}
    )
    assert page.status_code == 422
    asked = {
        "engagements": {"fields", "activities", "role", "from", "until", "outcome", "peak_persons"},
        "expertise": {"area", "since"},
        "contributions": {"kind", "day"},
        "mentoring": {"whom", "since"},
        "qualifications": {"examination", "day"},
    }[list_]
    assert set(page.context["form"].errors) == asked
    assert "K102" in text_of(page)
    assert len(focused(page)) == 1
    assert entries(cast.person, list_) == []


def test_what_is_wrong_is_said_as_the_command_line_says_it(cast: Cast) -> None:
    wrong = {**ENGAGEMENT, "role": "leder", "from": "2022-04-01", "until": "2021-03-31"}
    page = client_of(cast.person).post(url("engagement_new", cast.person), wrong)
    errors = page.context["form"].errors
    assert "<code>K104</code>" in str(errors["role"])
    assert "Did you mean “leader”?" in str(errors["role"])
    assert "<code>K210</code>" in str(errors["until"])
    assert "Swap the days" in str(errors["until"])


def test_an_end_that_was_forgotten_is_asked_for(cast: Cast) -> None:
    client, without = client_of(cast.person), {**ENGAGEMENT, "until": ""}
    page = client.post(url("engagement_new", cast.person), without)
    assert "say that it is still running" in str(page.context["form"].errors["until"])
    running = add(client, cast.person, until="", is_running="on")
    assert "until" not in running.body


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2019-04-01", "2019-04-01"),
        ("2019/4/1", "2019-04-01"),
        ("2019年4月", "2019-04"),
        ("２０１９年４月１日", "2019-04-01"),
        ("平成31年4月", "2019-04"),
        (" ２０１９－０４ ", "2019-04"),
    ],
)
def test_a_day_is_understood_in_both_widths(cast: Cast, written: str, kept: str) -> None:
    assert add(client_of(cast.person), cast.person, **{"from": written}).body["from"] == kept


def test_numbers_are_understood_in_both_widths_and_with_thousands(cast: Cast) -> None:
    sizes = {"peak_persons": "５０", "annual_contract_value_yen": "120,000,000", "computer_rooms": "0"}
    body = add(client_of(cast.person), cast.person, **sizes).body
    assert body["sizes"] == {"peak_persons": 50, "annual_contract_value_yen": 120_000_000, "computer_rooms": 0}


def test_a_month_is_taken_and_remarked_on_after_saving(cast: Cast) -> None:
    page = client_of(cast.person).post(
        url("engagement_new", cast.person), {**ENGAGEMENT, "from": "2019-04"}, follow=True
    )
    assert "Write the day if you know it" in text_of(page)


def test_a_short_name_is_made_once_and_stays(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    first = add(client, person)
    assert first.body["id"] == "core-banking"
    assert add(client, person).body["id"] == "core-banking-2"
    assert add(client, person, title_en="", title_ja="勘定系の更新").body["id"] == "勘定系の更新"
    assert add(client, person, title_en="").body["id"] == "hardware-2019-04-01"
    client.post(form_url(person, first), {**ENGAGEMENT, "title_en": "Renamed", "based_on": first.revised})
    first.refresh_from_db()
    assert (first.body["title"], first.body["id"]) == ("Renamed", "core-banking")


def test_a_title_may_be_given_in_both_languages(cast: Cast) -> None:
    body = add(client_of(cast.person), cast.person, title_ja="勘定系").body
    assert body["title"] == {"ja": "勘定系", "en": "Core banking"}


def test_the_main_field_stands_first(cast: Cast) -> None:
    body = add(client_of(cast.person), cast.person, fields=["hardware", "software"], main_field="software").body
    assert body["fields"] == ["software", "hardware"]


def test_saving_what_is_on_record_changes_nothing(cast: Cast) -> None:
    give_record(cast.person)
    client, before = client_of(cast.person), record_of(cast.person).number
    for entry in entries(cast.person, *LISTS):
        page = client.get(form_url(cast.person, entry))
        form = page.context["form"]
        shown: dict[str, Any] = {}
        for name in form.fields:
            value = form[name].value()
            shown[name] = "on" if value is True else value if isinstance(value, list) else value or ""
        answer = client.post(form_url(cast.person, entry), {**shown, "based_on": hidden(page, "based_on")})
        assert answer.status_code == 302
        again = entries(cast.person, entry.list)
        assert [each.body for each in again if each.key == entry.key] == [entry.body]
    assert record_of(cast.person).number == before


def test_a_claim_is_a_claim_and_what_was_decided_stays(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    entry = next(each for each in entries(cast.person, "engagements") if each.body.get("equivalences"))
    decided = entry.body["equivalences"]
    page = client.get(form_url(cast.person, entry))
    claimed = "itss/v3-2011/customer-service/hardware/6/size/1"
    form = page.context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    shown = {name: "on" if value is True else value for name, value in shown.items()}
    client.post(form_url(cast.person, entry), {**shown, "equivalence": [claimed], "based_on": entry.revised})
    entry.refresh_from_db()
    assert entry.body["equivalences"][:-1] == decided
    assert {**entry.body["equivalences"][-1], "day": ""} == {"to": claimed, "decision": "claimed", "day": ""}


def test_a_market_is_written_row_by_row_and_its_faults_stand_in_their_row(cast: Cast) -> None:
    client = client_of(cast.person)
    rows = {"market_1_scope": "companies", "market_1_count": "3", "market_1_employees": "3,000"}
    assert add(client, cast.person, **rows).body["market"] == [{"scope": "companies", "count": 3, "employees": 3000}]
    wrong = {**ENGAGEMENT, **rows, "market_1_count": "several"}
    page = client.post(url("engagement_new", cast.person), wrong)
    assert set(page.context["form"].errors) == {"market_1_count"}


def test_a_copy_begins_with_what_the_original_holds_and_gets_its_own_name(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    original = add(client, person, conditions=["multi-vendor"])
    page = client.get(f"{url('engagement_new', person)}?copy={original.key}")
    assert "Core banking" in text_of(page)
    client.post(f"{url('engagement_new', person)}?copy={original.key}", {**ENGAGEMENT, "conditions": ["multi-vendor"]})
    names = [entry.body["id"] for entry in entries(person, "engagements")]
    assert names == ["core-banking", "core-banking-2"]
    other = add(client, person, "mentoring")
    assert "Two juniors" in text_of(client.get(f"{url('entry_new', person, list='mentoring')}?copy={other.key}"))
    assert "Two juniors" not in text_of(client.get(f"{url('entry_new', person, list='expertise')}?copy={other.key}"))


def test_a_form_that_came_twice_is_saved_once(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    key = hidden(client.get(url("engagement_new", person)), "key")
    for _each in range(2):
        assert client.post(url("engagement_new", person), {**ENGAGEMENT, "key": key}).status_code == 302
    assert len(entries(person, "engagements")) == 1
    again = client.post(url("engagement_new", person), {**ENGAGEMENT, "key": key, "role": "leader"})
    assert again.status_code == 409
    assert body_of(person, "engagements")["role"] == "responsible"


def test_what_somebody_else_saved_meanwhile_is_shown_beside_mine_and_not_written_over(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    where, mine = form_url(person, entry), {**ENGAGEMENT, "role": "leader", "based_on": entry.revised}
    client.post(where, {**ENGAGEMENT, "outcome": "carried-out", "based_on": entry.revised})
    page = client.post(where, mine)
    assert page.status_code == 409
    shown = {each.label: (each.before, each.after) for each in page.context["conflict"]["differences"]}
    assert shown == {
        "Role": ("Person responsible", "Leader"),
        "Outcome": ("Carried out", "Carried out with success"),
    }
    assert f'data-draft-saved="engagements-{entry.key}-{person.key}"' in text_of(page)
    assert "Go on with the draft" in text_of(client.get(where))
    client.post(where, {**mine, "based_on": hidden(page, "based_on")})
    assert body_of(person, "engagements")["role"] == "leader"
    assert "Go on with the draft" not in text_of(client.get(where))


def test_a_form_about_something_that_was_removed_meanwhile_can_be_saved_anew(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    for list_ in ("engagements", "mentoring"):
        entry = add(client, person, list_)
        client.post(url("remove", person, key=entry.key))
        page = client.post(form_url(person, entry), {**typed(list_), "key": entry.key, "based_on": entry.revised})
        assert page.status_code == 409
        assert "This was removed while you were writing" in text_of(page)
        where = page.context["sheet"].action
        client.post(where, {**typed(list_), "key": hidden(page, "key"), "based_on": hidden(page, "based_on")})
        assert [each.key for each in entries(person, list_)] == [entry.key]


def test_the_address_of_something_that_was_removed_tells_what_became_of_it(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    client.post(url("remove", person, key=entry.key))
    page = client.get(form_url(person, entry), follow=True)
    assert page.redirect_chain == [(url("entry_history", person, key=entry.key), 302)]


def test_what_was_changed_since_the_page_was_opened_is_not_removed(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    client.post(form_url(person, entry), {**ENGAGEMENT, "role": "leader", "based_on": entry.revised})
    page = client.post(url("remove", person, key=entry.key), {"based_on": entry.revised})
    assert page.status_code == 409
    assert len(entries(person, "engagements")) == 1


def test_after_saving_one_goes_back_to_where_one_came_from_if_that_is_here(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    new = url("engagement_new", person)
    page = client.get(f"{new}?back=/people/{person.key}/map/")
    assert hidden(page, "back") == f"/people/{person.key}/map/"
    assert client.post(new, {**ENGAGEMENT, "back": "/library/"}).headers["Location"] == "/library/"
    for elsewhere in ("https://example.com/", "//example.com/", "javascript:alert(1)", "/\\example.com"):
        answer = client.post(new, {**ENGAGEMENT, "back": elsewhere})
        assert answer.headers["Location"].startswith(url("record", person))


def test_a_form_opens_at_the_field_that_was_asked_for(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    for asked, named in (("until", "until"), ("conditions", "conditions"), ("mandatory", "conditions"), ("x", "")):
        page = client.get(f"{form_url(person, entry)}?focus={asked}")
        assert focused(page) == ([named] if named else [])


def test_the_word_that_a_judgement_asks_for_is_filled_in(cast: Cast) -> None:
    page = client_of(cast.person).get(f"{url('entry_new', cast.person, list='expertise')}?area=customer-satisfaction")
    assert '<option value="customer-satisfaction" selected>' in text_of(page)


def test_a_word_that_no_standard_has_is_kept_and_shown(cast: Cast) -> None:
    entry = add(client_of(cast.person), cast.person)
    entry.body = {**entry.body, "conditions": ["gone"]}
    entry.save()
    page = client_of(cast.person).get(form_url(cast.person, entry))
    assert "In no installed standard" in text_of(page)
    assert 'value="gone"' in text_of(page)


def test_head_and_completeness_are_edited_each_without_the_other(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    based_on = entries(person, "head")[0].revised
    client.post(url("complete", person), {"complete": ["engagements", "ratings"], "based_on": based_on})
    based_on = entries(person, "head")[0].revised
    client.post(
        url("head", person),
        {"employee": "E-9", "name": "佐藤 美咲", "reading": "さとう みさき", "team": "基盤1課", "based_on": based_on},
    )
    assert body_of(person, "head") == {
        "employee": "E-9",
        "name": {"text": "佐藤 美咲", "reading": "さとう みさき"},
        "team": "基盤1課",
        "complete": ["engagements", "ratings"],
    }
    assert "<rt>さとう みさき</rt>" in text_of(client.get(url("record", person)))
    page = client.post(
        url("head", person), {"employee": "", "name": "", "based_on": entries(person, "head")[0].revised}
    )
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"employee", "name"}


def test_a_form_is_a_fragment_where_only_a_part_of_a_page_is_asked_for(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    where = url("entry_new", person, list="mentoring")
    part = client.get(where, headers={"HX-Request": "true"})
    assert "<form" in text_of(part)
    assert "<html" not in text_of(part)
    assert "<html" not in text_of(client.post(where, {}, headers={"HX-Request": "true"}))
    saved = client.post(where, SMALL["mentoring"], headers={"HX-Request": "true"})
    assert (saved.status_code, saved.headers["HX-Redirect"].split("#")[0]) == (204, url("record", person))


def test_the_way_back_is_offered_once(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    add(client, person)
    undo = url("undo", person, number=2)
    assert undo in text_of(client.get(url("record", person)))
    assert undo not in text_of(client.get(url("record", person)))


def test_ratings_are_edited_with_the_skills(cast: Cast) -> None:
    give_record(cast.person)
    rating = entries(cast.person, "ratings")[0]
    answer = client_of(cast.person).get(url("entry", cast.person, key=rating.key))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/people/{cast.person.key}/skills/")
    assert client_of(cast.person).get(url("engagement", cast.person, key=rating.key)).status_code == 404


def test_one_address_leads_to_the_form_of_any_entry(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    answer = client.get(f"{url('entry', person, key=entry.key)}?focus=until")
    assert answer.headers["Location"] == f"{url('engagement', person, key=entry.key)}?focus=until"
    head = entries(person, "head")[0]
    assert client.get(url("entry", person, key=head.key)).headers["Location"] == url("head", person)
    assert client.get(url("entry", person, key="0123456789ab")).status_code == 404


def test_what_is_wrong_with_a_title_in_one_language_stands_at_it(cast: Cast) -> None:
    where = url("entry_new", cast.person, list="contributions")
    for language in ("en", "ja"):
        wrong = {**SMALL["contributions"], "title_en": "A", "title_ja": "B", f"title_{language}": "A\u202eB"}
        page = client_of(cast.person).post(where, wrong)
        assert set(page.context["form"].errors) == {f"title_{language}"}


def test_the_forms_speak_japanese(cast: Cast) -> None:
    cast.person.language = "ja"
    cast.person.save()
    page = text_of(client_of(cast.person).get(url("engagement_new", cast.person)))
    for words in ("何を", "期間", "役割", "条件", "規模", "成果", "障害修理", "マルチベンダ環境", "保存", "下書き"):
        assert words in page


def test_showing_and_saving_a_form_costs_a_few_queries(
    cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    give_record(cast.person)
    client, entry = client_of(cast.person), entries(cast.person, "engagements")[0]
    client.get(form_url(cast.person, entry))
    with django_assert_max_num_queries(9):  # type: ignore[operator]  # a context manager of pytest-django
        client.get(form_url(cast.person, entry))
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        client.post(form_url(cast.person, entry), {**ENGAGEMENT, "based_on": entry.revised})
