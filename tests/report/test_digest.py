"""Can anybody recompute the digests, and do they tell nothing that is kept back?"""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

from kijun.catalogue.shipped import shipped_folders
from kijun.report.digest import canonical, folder_digest, lineage_digests, record_digest

RECORD: dict[str, Any] = {
    "employee": "E-1",
    "name": "髙橋",
    "engagements": [
        {
            "id": "a",
            "title": "A",
            "project": "P",
            "conditions": ["x"],
            "sizes": {"customers": "overseas", "network_sites": 3, "annual_contract_value_yen": 5},
            "market": [],
            "equivalences": [{"to": "t"}],
        },
        {"id": "b"},
    ],
}
_OVERLAY = """\
id: acme/own
standard: acme
parent: itss/v3-2011
name: {ja: 自社の標準, en: Our standard}
"""
WHOLE = frozenset({"title", "customers", "amounts", "sites", "conditions"})


def engagements(masks: dict[str, frozenset[str]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(canonical(RECORD, masks))["engagements"]
    return found


def test_the_digest_of_a_record_does_not_hang_on_the_order_of_its_keys() -> None:
    turned = dict(reversed(RECORD.items()))
    assert record_digest(turned, {}) == record_digest(RECORD, {})


def test_any_other_fact_is_another_digest() -> None:
    assert record_digest({**RECORD, "employee": "E-2"}, {}) != record_digest(RECORD, {})


def test_the_digest_of_a_record_is_that_of_its_sorted_json() -> None:
    text = json.dumps(RECORD, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert record_digest(RECORD, {}) == sha256(text.encode()).hexdigest()


def test_what_is_masked_is_not_under_the_digest() -> None:
    assert engagements({"a": WHOLE})[0] == {"masked": sorted(WHOLE), "sizes": {}}
    assert engagements({"a": WHOLE})[1] == {"id": "b"}


def test_only_what_is_masked_is_left_out() -> None:
    (first, _) = engagements({"a": frozenset({"sites"})})
    assert first["sizes"] == {"customers": "overseas", "annual_contract_value_yen": 5}
    assert first["title"] == "A"
    assert "equivalences" not in first


def test_the_digest_of_a_standard_is_what_sha256sum_gives(tmp_path: Path) -> None:
    command = (
        "find . -name '*.yaml' -not -path './text-pack/*' | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum | sha256sum"
    )
    folder = shipped_folders()["itss/v3-2011"]
    done = subprocess.run(["/bin/bash", "-c", command], cwd=folder, capture_output=True, text=True, check=True)
    assert folder_digest(folder) == done.stdout.split()[0]
    (tmp_path / "edition.yaml").write_text("id: x\n")
    assert folder_digest(tmp_path) != folder_digest(folder)


def test_a_standard_that_was_tailored_is_shown_with_what_it_was_tailored_from(tmp_path: Path) -> None:
    (tmp_path / "overlay.yaml").write_text(_OVERLAY, encoding="utf-8")
    found = lineage_digests("acme/own", tmp_path)
    assert list(found) == ["acme/own", "itss/v3-2011"]
    assert found["itss/v3-2011"] == folder_digest(shipped_folders()["itss/v3-2011"])
    assert found["acme/own"] == folder_digest(tmp_path)
