"""How is an event said?"""

from __future__ import annotations

from django.utils.translation import override

from kijun.web.audit.models import Event
from kijun.web.audit.wording import ACTIONS, say_action, say_detail
from kijun.web.people.models import Revision
from kijun.web.plans.models import PlanChange


def test_every_action_is_said_in_both_languages() -> None:
    for action in ACTIONS:
        with override("en"):
            english = say_action(action)
        with override("ja"):
            assert say_action(action) != english, action


def test_an_action_without_words_is_shown_by_its_name() -> None:
    assert say_action("passport.made") == "passport.made"


def test_what_changed_is_said_before_and_after() -> None:
    with override("en"):
        detail = {"name": {"before": "A", "after": "B"}, "is_assessor": {"before": False, "after": True}, "other": 1}
        assert say_detail(Event(detail=detail)) == ["name: A → B", "assessor: no → yes"]
        assert say_detail(Event(detail={"before": "", "after": "B"})) == ["nobody → B"]
        assert say_detail(Event(detail={"scopes": ["record:read", "plan:read"]})) == ["scopes: record:read, plan:read"]


def test_every_kind_of_act_has_words() -> None:
    acts = {f"record.{kind}" for kind in Revision.Kind.values} | {f"plan.{kind}" for kind in PlanChange.Kind.values}
    assert acts <= set(ACTIONS)
