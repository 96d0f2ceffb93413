"""Do the commands of the page on the API do what it says, against the application as a user starts it?"""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import shutil
import subprocess
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from kijun.catalogue.shipped import EXAMPLES
from tests.docs.pages import DOCS, blocks
from tests.web.cast import HARDWARE
from tests.web.serving import Served, environment, serve

PAGE = DOCS / "how-to" / "use-the-api.md"
SCOPES = ("people:read", "record:read", "record:write", "judgement:read")


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_every_command_of_the_page_does_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_bytes((EXAMPLES / HARDWARE).read_bytes())
    with serve(tmp_path, "--demo") as served:
        words = "\n".join(_commands(served, _make_key(served)))
        done = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", words],
            cwd=tmp_path,
            env=environment() | {"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    answers = done.stdout.split("\x1e\n")
    account, _none, judgement, cell, tried, added, imported, record = answers[1:9]
    assert set(json.loads(account)["token"]["scopes"]) == set(SCOPES)
    assert json.loads(judgement)["on"] == "2026-04-01"
    assert "proof" in next(iter(json.loads(cell)["cells"].values()))
    assert json.loads(tried)["revision"] is None
    assert json.loads(added)["revision"] is not None
    assert json.loads(imported)["parts"]
    assert record.startswith("employee:")


def _commands(served: Served, secret: str) -> list[str]:
    """Return the commands of the page, each followed by a mark; the address and the key are those of this server."""
    found = [block.body for block in blocks(PAGE) if block.info == "sh"]
    found[0] = f"export KIJUN={served.address}\nexport KEY={secret}\n"
    return [f"{each}printf '\\x1e\\n'" for each in found]


def _make_key(served: Served) -> str:
    """Return the secret of a key that somebody of the demonstration makes in their settings."""
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    door = _page(browser, f"{served.address}/accounts/login/")
    person = re.search(r'name="(person|key)" value="([0-9a-f]{12})"', door)
    assert person, door
    _post(browser, f"{served.address}/demo/sign-in/", door, {person[1]: person[2]})
    made = _post(
        browser,
        f"{served.address}/settings/tokens/",
        _page(browser, f"{served.address}/settings/tokens/"),
        {"name": "how to", "scopes": list(SCOPES), "days": "7"},
    )
    secret = re.search(r"kijun_[\w-]{20,}", made)
    assert secret, made
    return secret[0]


def _page(browser: urllib.request.OpenerDirector, address: str) -> str:
    with browser.open(address) as answer:
        words: str = answer.read().decode()
        return words


def _post(browser: urllib.request.OpenerDirector, address: str, page: str, given: dict[str, object]) -> str:
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token, page
    data = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **given}, doseq=True).encode()
    with browser.open(urllib.request.Request(address, data, {"Referer": address})) as answer:
        words: str = answer.read().decode()
        return words
