"""What does the database of a release hold? The company of the demonstration, and something of everything that is kept besides.

It comes about as it does for people: by the acts of the slices. What only the program that made it knows (a password, the secrets
of links) is returned, for whoever tries them after an upgrade.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from kijun.day import RecordedDay
from kijun.web.accounts import actions as accounts
from kijun.web.accounts.models import User
from kijun.web.demo.founding import found_company
from kijun.web.passport.actions import make_link, withdraw_link
from kijun.web.passport.terms import Terms
from kijun.web.people.actions import Wish, change_record, keep_draft, undo
from kijun.web.people.claims import decide, find_claim
from kijun.web.people.files.attach import Handed, attach
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.plans import what_if_actions
from kijun.web.plans.models import Plan
from kijun.web.skills.actions import Rate, rate
from tests.upgrades.moment import let_pass
from tests.web.cast import client_of
from tests.web.plans.kept import keep, url

PASSWORD: Final = "sound basis for all levels"
SIGNS_IN: Final = "eri.murakami@example.com"
_ITEM: Final = "customer-service/hardware/technology"
_GOALS: Final = tuple(
    f"itss/v3-2011/customer-service/{cell}"
    for cell in ("facility-management/3", "software/4", "hardware/5", "hardware/6")
)
_FACTOR: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def fill() -> dict[str, str]:
    """Fill an empty database, and return what opens it."""
    settings.ALLOWED_HOSTS = ["testserver"]
    found_company()
    people = {user.email.partition(".")[0]: user for user in User.objects.all()}
    opens = _accounts(people["yumi"], people["eri"], people["chinatsu"])
    _look_at_the_map(people["daisuke"])
    _records(people["daisuke"], people["seiichi"], people["eri"])
    _plans(people["daisuke"])
    _second_factor(people["seiichi"])
    _look_at_the_map(people["daisuke"])
    link, secret = make_link(
        _record(people["daisuke"]),
        Terms(languages=("ja", "en")),
        purpose="An upgrade",
        expires_at=timezone.now() + timedelta(days=300),
    )
    assert link.is_open
    _forget_what_is_of_the_moment()
    return {**opens, "email": SIGNS_IN, "password": PASSWORD, "link": secret}


def _look_at_the_map(person: User) -> None:
    """Look at one's map, which keeps what was told; what comes then is another visit."""
    assert client_of(person).get("/", follow=True).status_code == 200
    let_pass(minutes=90)


def _record(person: User) -> Record:
    return Record.objects.get(owner=person)


def _accounts(administrator: User, person: User, steward: User) -> dict[str, str]:
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    newcomer = accounts.Newcomer(email="aoi.ishida@example.com", name="石田 葵", language="ja", employee="A-301")
    invited, secret = accounts.invite(newcomer, actor=administrator, reason="新しい課")
    accounts.new_link(person, actor=administrator)
    accounts.withdraw_links(person, actor=administrator)
    gone = accounts.join(
        accounts.Newcomer(email="ren.mori@example.com", name="森 蓮", language="ja"), actor=administrator
    )
    accounts.deactivate(gone, actor=administrator, reason="退職")
    accounts.name_superior(invited, steward, actor=administrator)
    accounts.save_settings(steward, theme="dark", time_zone="Europe/Berlin", name="小林 千夏(旧姓 田中)")
    _token, key = accounts.make_token(person, "集計", ["record:read", "judgement:read"], 365)
    withdrawn, _secret = accounts.make_token(person, "もう使わない", ["library:read"], 30)
    accounts.withdraw_token(withdrawn, actor=person)
    return {"invitation": secret, "key": key}


def _records(person: User, superior: User, assessor: User) -> None:
    record = _record(person)
    engagement = Entry.objects.filter(record=record, list="engagements").order_by("position").first()
    assert engagement is not None
    attach(engagement, Handed(name="証明書.txt", media_type="text/plain", data=b"done\n", note="検収"), author=person)
    let_pass(minutes=1)
    added = _change(record, person, Wish(list="mentoring", body={"whom": "新人2名", "since": "2026-04"}))
    let_pass(minutes=1)
    undone = undo(added, author=person, reason="別の人の記録")
    assert undone.revision is not None
    undo(undone.revision, author=person)
    day = RecordedDay(earliest=timezone.localdate(), latest=timezone.localdate())
    for author, by in ((person, "self"), (superior, "superior"), (assessor, "assessor")):
        rate(record, [Rate(item=_ITEM, by=by, level=3, day=day, note=f"{by}の見方")], author=author)
    waiting = {
        "item": "customer-service/hardware/system-maintenance-management",
        "level": 4,
        "by": "assessor",
        "day": "2026-10-01",
    }
    _change(record, person, Wish(list="ratings", body=waiting, awaits="assessor"), kind=Revision.Kind.IMPORTED)
    _claim(record, engagement, person, assessor)
    keep_draft(record, author=person, form="contributions-new", body={"answers": [["title_ja", "書きかけ"]]})


def _claim(record: Record, engagement: Entry, person: User, assessor: User) -> None:
    """Claim that an engagement equals what the standard counts, and have it refused."""
    to = "itss/v3-2011/customer-service/facility-management/6/size/1"
    claim = {"to": to, "decision": "claimed", "reason": "規模が同じ"}
    body = {**engagement.body, "equivalences": [*engagement.body.get("equivalences", ()), claim]}
    _change(record, person, Wish(key=engagement.key, list="engagements", body=body), kind=Revision.Kind.EDITED)
    entry = Entry.objects.select_related("record__owner").get(pk=engagement.pk)
    found = find_claim(entry, to)
    assert found is not None
    done = decide(found, is_granted=False, author=assessor, reason="規模の記録がない", based_on=entry.revised)
    assert done.revision is not None, done


def _change(record: Record, author: User, wish: Wish, kind: str = Revision.Kind.ADDED) -> Revision:
    done = change_record(record, [wish], author=author, kind=kind)
    assert done.revision is not None, done
    return done.revision


def _plans(person: User) -> None:
    """Keep two plans: one is given up, one made anew; and assume something beside the record."""
    record, client = _record(person), client_of(person)
    open_goals = (cell for cell in _GOALS if _can_be_kept(client, person, record, cell))
    first = keep(person, next(open_goals), name="設備も", note="課長と話した")
    _post(client, url(person, f"kept/{first.key}/withdrawn/"), based_on=first.number)
    second = keep(person, next(open_goals))
    _post(client, url(person, f"kept/{second.key}/anew/"), based_on=second.number)
    assumed = {"mentoring": [{"whom": "新人", "since": "2026-01"}]}
    what_if_actions.make(record, author=person, name="講師をしたら", body=assumed)


def _can_be_kept(client: Client, person: User, record: Record, cell: str) -> bool:
    is_kept = Plan.objects.filter(record=record, cell=cell).exists()
    return not is_kept and 'id="keep"' in client.get(url(person, f"goal/{cell}/")).content.decode()


def _post(client: Client, where: str, **body: Any) -> None:
    answer = client.post(where, body)
    assert answer.status_code == 302, (where, answer.status_code)


def _second_factor(person: User) -> None:
    TOTP.activate(person, _FACTOR)
    RecoveryCodes.activate(person)
    withdrawn, _secret = make_link(
        _record(person),
        Terms(languages=("ja",)),
        purpose="取り下げたもの",
        expires_at=timezone.now() + timedelta(days=30),
    )
    withdraw_link(withdrawn, actor=person)


def _forget_what_is_of_the_moment() -> None:
    """Leave out sessions and attempts: they are signed by the key of an installation, and end with it."""
    for each in (UserSession, Session, AccessAttempt, AccessLog):
        each.objects.all().delete()
