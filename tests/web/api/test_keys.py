"""What opens the API, and what does not?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kijun.web.accounts.actions import withdraw_token
from kijun.web.accounts.models import Consent, Token
from kijun.web.api.document import openapi, operations_of
from tests.web.api.caller import Caller
from tests.web.cast import Cast, client_of, give_record

pytestmark = pytest.mark.django_db
OPERATIONS = operations_of(openapi())


def test_without_a_key_nothing_is_answered(cast: Cast) -> None:
    answer = Caller(None).ask("GET", "account")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["code"] == "no-key"


def test_a_browser_that_is_signed_in_opens_nothing(cast: Cast) -> None:
    assert client_of(cast.person).get("/api/account").status_code == 401


def test_a_key_that_was_withdrawn_is_over_or_is_of_a_closed_account_opens_nothing(cast: Cast) -> None:
    for spoil in ("withdrawn", "over", "closed"):
        caller = Caller(cast.person)
        token = Token.objects.get(owner=cast.person, withdrawn_at=None)
        assert caller.ask("GET", "account").status_code == 200
        if spoil == "withdrawn":
            withdraw_token(token, actor=cast.person)
        elif spoil == "over":
            Token.objects.filter(pk=token.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
        else:
            type(cast.person).objects.filter(pk=cast.person.pk).update(is_active=False)
        assert caller.ask("GET", "account").status_code == 401, spoil
        Token.objects.all().delete()


def test_a_key_opens_nothing_before_its_owner_agreed_to_the_notice(cast: Cast) -> None:
    from django.core.cache import cache  # noqa: PLC0415  # what a process remembers of consent

    Consent.objects.filter(person=cast.person).delete()
    cache.clear()
    answer = Caller(cast.person).ask("GET", "account")
    assert (answer.status_code, answer.json()["code"]) == (403, "no-consent")


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=str)
def test_every_operation_asks_for_its_scope(cast: Cast, method: str, path: str) -> None:
    scopes = OPERATIONS[method, path]["x-scopes"]
    address = path.removeprefix("/api/").format_map(_Anything(person=cast.person.key, number="1"))
    answer = Caller(cast.person, ()).ask(method.upper(), address)
    assert (answer.status_code, answer.json()["code"]) == (403, "no-scope") if scopes else answer.status_code == 200


class _Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "x"


def test_a_refusal_speaks_the_language_that_is_asked_for_or_that_of_the_owner(cast: Cast) -> None:
    english = Caller(cast.person).ask("GET", "people/nobody").json()["message"]
    japanese = Caller(cast.person, **{"accept-language": "ja"}).ask("GET", "people/nobody").json()["message"]
    assert english.startswith("There is nothing")
    assert japanese.startswith("その住所には")


def test_a_wrong_method_is_told_which_there_are(cast: Cast) -> None:
    answer = Caller(cast.person).ask("DELETE", "account")
    assert (answer.status_code, answer.headers["Allow"], answer.json()["code"]) == (405, "GET", "method")


@pytest.mark.parametrize("path", ["nothing", "people/x%0Ay", "library/%2F%2F", "account/", ""])
def test_an_unknown_address_is_answered_in_the_same_shape(cast: Cast, path: str) -> None:
    assert Caller(cast.person).ask("GET", path).json()["code"] == "not-found"


def test_no_answer_is_kept_on_the_way_and_nothing_of_one_request_is_left_for_the_next(cast: Cast) -> None:
    before = timezone.get_current_timezone_name()
    answer = Caller(cast.person).ask("GET", "account")
    assert "no-store" in answer.headers["Cache-Control"]
    assert timezone.get_current_timezone_name() == before


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("{", "application/json", 400),
        ('{"a": NaN}', "application/json", 400),
        ('{"a": 1e999}', "application/json", 400),
        ('{"a": 99999999999999999999}', "application/json", 400),
        ('{"a": "\\u0000"}', "application/json", 400),
        ('{"a": "\\ud800"}', "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ("[" * 40 + "]" * 40, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        ("{}", "text/plain", 415),
        ("{}", "application/json", 422),
        ('{"name": "x", "additions": {}, "more": 1}', "application/json", 422),
        ('"' + "x" * 1_100_000 + '"', "application/json", 413),
        ('"' + "x" * 6_000_000 + '"', "application/json", 413),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(cast: Cast, body: str | bytes, kind: str, status: int) -> None:
    caller = Caller(cast.person)
    answer = caller.client.post(f"/api/people/{cast.person.key}/what-ifs", body, content_type=kind)
    assert answer.status_code == status
    assert answer.json()["message"]


def test_a_parameter_that_is_misspelt_or_has_a_nul_is_told(cast: Cast) -> None:
    caller = Caller(cast.person)
    answer = caller.ask("GET", "people", limt=3)
    [problem] = answer.json()["problems"]
    assert (answer.status_code, problem["where"], problem["suggestion"]) == (422, ["query", "limt"], "limit")
    assert caller.client.get("/api/people?limit=%00").status_code == 400


def test_the_document_and_its_page_are_for_everybody_and_need_no_script(cast: Cast) -> None:
    told = Client().get("/api/openapi.json").json()
    assert told["components"]["securitySchemes"]["Key"]["scheme"] == "bearer"
    page = Client().get("/api/docs/").content.decode()
    assert all(each["operationId"] in page for each in operations_of(told).values())
    assert "cdn" not in page


def test_the_page_is_in_the_language_of_the_reader(cast: Cast) -> None:
    page = Client(headers={"accept-language": "ja"}).get("/api/docs/").content.decode()
    assert "断るとき" in page
    assert "この鍵は誰のもので" in page


def test_every_operation_declares_its_refusals_and_its_summary_in_both_languages() -> None:
    for (method, path), told in OPERATIONS.items():
        statuses = {int(status) for status in told["responses"]}
        expected = {400, 401, 403, 404, 405, 422} | ({409} if method != "get" else set())
        assert expected <= statuses, path
        assert told["summary"], path
        assert any("ぁ" <= letter <= "龥" for letter in told["x-summary-ja"]), path


def test_asking_costs_a_bounded_number_of_queries(cast: Cast, django_assert_max_num_queries: object) -> None:
    give_record(cast.person)
    caller, own = Caller(cast.person), f"people/{cast.person.key}"
    for path in (f"{own}/record", f"{own}/record/entries", f"{own}/record/revisions", f"{own}/judgement", f"{own}/map"):
        with django_assert_max_num_queries(14):  # type: ignore[operator]
            caller.get(path)
