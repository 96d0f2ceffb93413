"""Is an assessor led from the proof to what only they can read: a part of a cell that was not understood when it was read in?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from kijun.catalogue.shipped import unordered_folders
from kijun.web.accounts.models import User
from kijun.web.library.actions import read_standards_anew
from kijun.web.people.models import Entry
from tests.builders import V3_2011
from tests.web.cast import Cast, client_of
from tests.web.judgements.records import give_whole, words_of

pytestmark = pytest.mark.django_db
CELL = "acme/v1/customer-service/hardware/5"
SIZE = f"{CELL}/size"
_SIZE_OF_FIVE = re.compile(
    r"(\n  - level: 5\n.*?)    size:\n.*?    size_clause: [^\n]*\n(.*?)(?=\n  - level: 4\n)", re.DOTALL
)


@pytest.fixture(autouse=True)
def _half_read(cast: Cast, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Give an installed standard in which the size of hardware 5 was not understood."""
    shipped = Path(str(unordered_folders()[V3_2011]))
    for file in shipped.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace(V3_2011, "acme/v1")
        if file.name == "hardware.yaml" and file.parent.parent.name == "indicators":
            text = _SIZE_OF_FIVE.sub(lambda found: _without_size(found[1], found[2]), text, count=1)
        own = tmp_path / "acme" / file.relative_to(shipped)
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, encoding="utf-8")
    settings.STANDARDS = tmp_path
    read_standards_anew()
    give_whole(cast.person)
    yield
    settings.STANDARDS = tmp_path / "none"
    read_standards_anew()


def _without_size(before: str, after: str) -> str:
    unsized = re.sub(r"\n      size(_clause|/\d): \d+", "", after)
    return f"{before}    size: null\n    size_clause: null\n{unsized}\n    unread: [size]"


def proof(owner: User, viewer: User) -> Any:
    """Return the page of the cell as somebody sees it."""
    return client_of(viewer).get(reverse("judgements:cell", args=(owner.key, CELL)))


def link(owner: User, viewer: User) -> str | None:
    """Return the link to the page on which the part is confirmed, where the proof has one."""
    confirm = reverse("people:confirm", args=(owner.key,))
    shown = proof(owner, viewer).content.decode()
    found = re.search(rf'href="({re.escape(confirm)}\?[^"]*)"', shown)
    return html.unescape(found[1]) if found else None


def test_the_proof_leads_the_assessor_to_the_part_and_back(cast: Cast) -> None:
    address = link(cast.person, cast.assessor)
    assert address is not None
    assert "Confirm or refuse" in words_of(proof(cast.person, cast.assessor))
    page = client_of(cast.assessor).get(address)
    assert "Hardware, level 5: size" in words_of(page)
    assert f'href="{reverse("library:thing", args=(SIZE,))}"' in page.content.decode()
    asked = {name: given[0] for name, given in parse_qs(urlsplit(address).query).items()}
    sent = {**asked, "decision": "confirmed", "reason": "Read on page 7.", "day": ""}
    answer = client_of(cast.assessor).post(address, sent)
    assert answer["Location"] == asked["back"]
    entry = Entry.objects.get(list="confirmations")
    assert (entry.body["cell"], entry.body["by"]) == (SIZE, "Assessor")
    assert "the printed words of size read and confirmed" in words_of(client_of(cast.assessor).get(answer["Location"]))
    assert link(cast.person, cast.assessor) is None


@pytest.mark.parametrize("who", ["person", "superior"])
def test_whoever_is_no_assessor_is_told_of_the_part_and_not_led_there(cast: Cast, who: str) -> None:
    viewer = cast.each()[who]
    assert link(cast.person, viewer) is None
    assert "an assessor's word on size" in words_of(proof(cast.person, viewer))


def test_the_library_says_that_an_assessor_reads_the_part(cast: Cast) -> None:
    page = client_of(cast.assessor).get(reverse("library:thing", args=(SIZE,)))
    assert page.status_code == 200
    assert "were not understood when they were read in" in words_of(page)
