"""Does the reference name everything that the files of a workforce and of its verdicts hold?"""

from __future__ import annotations

import json
import re
from datetime import date

from kijun.exchange.workforce.set_aside import dump_set_aside
from kijun.population.manifest import Manifest, Part, dump_manifest
from kijun.population.tables import TABLES, columns_of
from kijun.population.verdicts_judgement import Bit, JudgedEdition, JudgedPart, Judgement, dump_judgement
from kijun.problem import Place
from kijun.problem.reading import describe
from tests.docs.pages import DOCS, prose, section

_TABLES = DOCS / "reference" / "workforce-tables.md"
_VERDICTS = DOCS / "reference" / "verdicts.md"
_CODE = re.compile(r"`([^`]+)`")
_DIGEST = "sha256:0"


def test_every_table_and_every_column_of_a_workforce_is_described_in_both_languages() -> None:
    for table in TABLES.values():
        described = section(_TABLES, f"### {table.name}")
        for column in columns_of(table, ("MEASURE",)):
            assert f"| `{column.name}` | {column.kind} |" in described
            assert column.says.ja in described
            assert column.says.en in described


def test_every_key_of_workforce_json_is_described() -> None:
    manifest = Manifest(
        people=1,
        measures=(),
        parts=(Part(first=0, last=0, rows={}),),
        rows_shared={},
        most_engagements=0,
        digest=_DIGEST,
        made_by={"sample": {}, "collect": {}},
    )
    plain = json.loads(dump_manifest(manifest))
    assert {*plain, *plain["parts"][0], *plain["made_by"]} - set(_CODE.findall(prose(_TABLES))) == set()


def test_every_key_of_what_was_set_aside_is_described() -> None:
    place = Place(file="people.csv", line=2)
    plain = json.loads(dump_set_aside(place, [describe("K001", place, name="people.csv")], raw=["E-1"]))
    assert {*plain, *plain["problems"][0]} - set(_CODE.findall(prose(_TABLES))) == set()


def test_every_key_of_the_judgement_of_a_workforce_is_described() -> None:
    judgement = Judgement(
        on=date(2026, 4, 1),
        engine="duckdb",
        people=1,
        folder="../workforce",
        workforce_digest=_DIGEST,
        editions=(JudgedEdition(id="itss/v3-2011", source="itss/v3-2011", digest=_DIGEST, policy={}),),
        parts=(
            JudgedPart(
                edition="itss/v3-2011",
                cell="itss/v3-2011/customer-service/hardware/5",
                part=None,
                at=Bit(word=1, bit=0),
                decides=True,
            ),
        ),
    )
    plain = json.loads(dump_judgement(judgement))
    keys = {*plain, *plain["workforce"], *plain["editions"][0], *plain["bits"][0]}
    assert keys - set(_CODE.findall(prose(_VERDICTS))) == set()
