"""Does the reference name everything that there is?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
import typer

import kijun
from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
from kijun.catalogue.record_file import open_record
from kijun.catalogue.record_words import words_of
from kijun.cli.main import build
from kijun.cli.plan.planned import plan_record
from kijun.evidence import RATERS
from kijun.evidence.schema import record_schema
from kijun.exchange.as_json.career_map import dump_map
from kijun.exchange.as_json.judgement import dump_judgement
from kijun.exchange.as_json.plans import KINDS, dump_planned
from kijun.exchange.as_json.skills import dump_skills
from kijun.growth.distances import distances
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.skills import skill_matrix
from kijun.problem.codes import CODES
from kijun.verdict import MET
from tests.docs.pages import DOCS, REPOSITORY, prose, read, section

_REFERENCE = DOCS / "reference"
_ROW = re.compile(r"^\| `(?P<key>[^`]+)` \| (?P<rest>.*)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")


def test_every_command_has_a_heading_and_every_option_is_named() -> None:
    page = read(_REFERENCE / "command-line.md")
    commands = dict(_commands("kijun", typer.main.get_command(build())))
    assert {name for name in commands if name != "kijun" and f"# {name}\n" not in page} == set()
    assert {option for options in commands.values() for option in options if option not in page} == set()


def test_every_command_and_option_has_help() -> None:
    for name, command in _all_commands("kijun", typer.main.get_command(build())):
        assert (command.help or (command.callback.__doc__ or "")).strip(), name
        assert [parameter.name for parameter in command.params if not getattr(parameter, "help", "")] == [], name


def test_every_public_name_of_the_library_is_described() -> None:
    described = set(re.findall(r"`(\w+)[`(]", prose(_REFERENCE / "library.md")))
    assert set(kijun.__all__) - described == set()


def test_every_problem_code_has_an_entry() -> None:
    page = read(_REFERENCE / "problems.md")
    assert [code for code in CODES if page.count(f"### {code} ") != 1] == []


def test_every_policy_point_and_answer_is_listed() -> None:
    page = read(_REFERENCE / "policies.md")
    for edition in shipped_editions():
        for point in edition.points.values():
            assert f"## {point.id}\n" in page
            assert all(f"`{answer.id}`" in page for answer in point.answers)


def test_every_shipped_edition_field_and_document_is_listed() -> None:
    page = read(_REFERENCE / "standards.md")
    for edition in shipped_editions():
        assert f"## {edition.id}: " in page
        assert f"{len(edition.indicators)} cells, {len(edition.flags)} flags" in page
        assert all(f"`{field.path}`" in page for _, field in edition.fields())
        assert all(f"| {document} |" in page for document in edition.documents)


@pytest.mark.parametrize("edition", [edition.id for edition in shipped_editions()])
def test_every_word_that_a_record_may_use_is_in_the_glossary(edition: str) -> None:
    page = read(_REFERENCE / "glossary.md")
    for kind, words in words_of([open_edition(edition)]).of.items():
        if kind != "field":
            assert [word for word in words if f"| `{word}` |" not in page] == [], kind


def test_every_key_of_a_record_is_described_in_its_section_and_no_other_is() -> None:
    record = _schema()
    lists = {f"## {name}": below["items"] for name, below in _properties(record).items() if _is_list_of_mappings(below)}
    engagement = _properties(lists["## engagements"])
    sections = {
        "## The record": record,
        **lists,
        "### sizes": engagement["sizes"],
        "### market": engagement["market"]["items"],
        "### equivalences": engagement["equivalences"]["items"],
    }
    for heading, schema in sections.items():
        described = {found["key"] for found in _ROW.finditer(section(_REFERENCE / "record.md", heading))}
        assert described == set(schema["properties"]), heading


def test_every_key_that_a_record_must_have_is_said_to_be_required() -> None:
    record = _schema()
    engagements = _properties(record)["engagements"]["items"]
    for heading, schema in {"## The record": record, "## engagements": engagements}.items():
        rows = _ROW.finditer(section(_REFERENCE / "record.md", heading))
        assert {found["key"] for found in rows if found["rest"].startswith("required |")} == set(schema["required"])


def test_every_key_of_a_judgement_in_json_is_described() -> None:
    described = set(_CODE.findall(prose(_REFERENCE / "judgement-json.md")))
    ids = {edition.id for edition in shipped_editions()}
    person = open_record(REPOSITORY / "src" / "kijun" / "examples" / "facility-management.yaml")
    judged = judge_editions(newest_of_each_category(shipped_editions()), person, on=date(2026, 4, 1))
    plain = json.loads(json.dumps(dump_judgement(judged, [], has_proofs=True)))
    undescribed = {key for key in _keys(plain) if key not in described and "/" not in key and key not in ids}
    assert undescribed - _named_otherwise() == set()


def test_every_key_of_skills_in_json_is_described() -> None:
    described = set(_CODE.findall(prose(_REFERENCE / "skills-json.md")))
    person = open_record(REPOSITORY / "src" / "kijun" / "examples" / "customer-service-hardware.yaml")
    edition = open_edition("itss/v3-2011")
    field = next(field for _, field in edition.fields() if field.id == "hardware")
    on = date(2026, 4, 1)
    plain = dump_skills(person, [skill_matrix(edition, field, 5, person, on=on)], on=on)
    assert set(_keys(json.loads(json.dumps(plain)))) - described - {"ja", "en", *RATERS} == set()


def test_every_key_and_every_kind_of_step_of_plans_in_json_is_described() -> None:
    page = prose(_REFERENCE / "plan-json.md")
    described = set(_CODE.findall(page))
    person = open_record(REPOSITORY / "src" / "kijun" / "examples" / "sales.yaml")
    judged = judge_editions(newest_of_each_category(shipped_editions()), person, on=date(2026, 4, 1))
    open_cells = [
        path for edition in judged.editions for path, cell in edition.cells.items() if cell.verdict is not MET
    ]
    plain = json.loads(json.dumps(dump_planned(judged, plan_record(judged, open_cells))))
    for cell in plain["cells"]:
        for plan in cell["plans"]:
            del plan["evidence"]  # its keys are those of a record
    assert set(_keys(plain)) - described - {"ja", "en"} == set()
    assert [kind for kind in KINDS.values() if f'| `"{kind}"` |' not in page] == []


def test_every_key_of_the_map_in_json_is_described() -> None:
    described = set(_CODE.findall(prose(_REFERENCE / "plan-json.md")))
    person = open_record(REPOSITORY / "src" / "kijun" / "examples" / "customer-service-hardware.yaml")
    judged = judge_editions(newest_of_each_category(shipped_editions()), person, on=date(2026, 4, 1))
    assert set(_keys(json.loads(json.dumps(dump_map(judged, distances(judged)))))) - described == set()


def _named_otherwise() -> set[str]:
    """Return keys of the JSON that the page names by rule: languages, policy points, fields of a criterion."""
    points = {point for edition in shipped_editions() for point in edition.points}
    return {"ja", "en", *points}


def _keys(plain: object) -> Iterator[str]:
    """Yield every key; below `criterion` the keys are those of the criteria language."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            if key != "criterion":
                yield from _keys(value)
    elif isinstance(plain, list):
        for item in plain:
            yield from _keys(item)


def _commands(name: str, command: Any) -> Iterator[tuple[str, list[str]]]:
    for below, each in _all_commands(name, command):
        options = [option for parameter in each.params for option in parameter.opts if option.startswith("-")]
        yield below, options


def _all_commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    for below, each in getattr(command, "commands", {}).items():
        yield from _all_commands(f"{name} {below}", each)


def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(json.dumps(record_schema(words_of(shipped_editions()), "en")))
    return schema


def _properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a mapping of the schema may hold; a key that may be empty is what it is where it is not."""
    return {key: _written(below) for key, below in schema["properties"].items()}


def _written(schema: dict[str, Any]) -> dict[str, Any]:
    offered = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    return _written(offered[0]) if len(offered) == 1 else schema


def _is_list_of_mappings(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") == "array" and "properties" in schema["items"]
