"""Does `kijun record` write a record to start from, the shipped examples, and a schema that says what a check says?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import read_record_text
from kijun.catalogue.record_words import words_of
from kijun.catalogue.shipped import EXAMPLES
from kijun.cli.record.command import SCHEMA_NAME
from kijun.evidence.schema import record_schema
from kijun.text import LANGUAGES, Language
from tests.broken.expected import RECORDS as BROKEN
from tests.broken.expected import records as broken_records
from tests.cli.command import JSON, ON, RECORDS, Kijun, both_languages, has_japanese

SHIPPED = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
ABOUT_SHAPE = {"K101", "K102", "K103", "K104", "K106", "K107", "K109", "K111"}
BEYOND_SCHEMA = {
    "duplicate-keys.yaml",  # once it is read as plain values, the second key has replaced the first
    "aliases.yaml",  # does not become plain values
}


class PlainLoader(yaml.SafeLoader):
    """Reads what an editor would check: the values of YAML, with days as text."""


PlainLoader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(text: str) -> Any:
    """Return the plain values of a YAML or JSON text, as an editor reads them."""
    return yaml.load(text, Loader=PlainLoader)


@cache
def validator(language: Language) -> Draft202012Validator:
    return Draft202012Validator(json.loads(json.dumps(record_schema(words_of(shipped_editions()), language))))


def refusals(path: Path) -> Iterator[str]:
    """Yield what the schema refuses in a record."""
    for error in validator("en").iter_errors(plain(path.read_text(encoding="utf-8"))):
        yield f"{error.json_path}: {error.message}"


@both_languages
def test_the_template_is_in_order_and_explains_itself(language: Language, kijun: Kijun) -> None:
    done = kijun("--lang", language, "record", "new")
    assert (done.code, done.err) == (0, "")
    loaded = read_record_text(done.out, "me.yaml", words_of(shipped_editions()), today=date(2026, 4, 1))
    assert loaded.problems == ()
    assert loaded.person is not None
    assert has_japanese(done.out.split("\n", 2)[1]) == (language == "ja")
    assert [*validator(language).iter_errors(plain(done.out))] == []
    assert "@" not in done.out


@both_languages
def test_every_line_of_the_template_that_is_commented_out_is_right_once_it_is_not(
    language: Language, tmp_path: Path, kijun: Kijun
) -> None:
    lines = kijun("--lang", language, "record", "new").out.splitlines()
    start = lines.index("engagements:")
    end = next(number for number, line in enumerate(lines) if line.startswith(("# 活動", "# Activities")))
    written = "\n".join([*lines[:start], *map(without_comment, lines[start:end])])
    path = tmp_path / "me.yaml"
    path.write_text(written, encoding="utf-8")
    done = kijun("--lang", language, "check", str(path))
    assert (done.code, done.err) == (0, ""), written
    assert [*refusals(path)] == []


def without_comment(line: str) -> str:
    """Return a line of the template with its example in force: the key that stands behind the #."""
    if found := re.fullmatch(r"( *)# ((?:  - \{|[a-z_]+:).*)", line):
        return found[1] + found[2]
    return re.sub(r"^#(?=  - \{)", "", line).removesuffix(" []")


@both_languages
def test_a_record_is_written_with_its_schema_beside_it(language: str, tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "me.yaml"
    done = kijun("--lang", language, "record", "new", "--output", str(path))
    assert (done.code, done.err) == (0, "")
    assert f"kijun check {path}" in done.out
    assert {each.name for each in tmp_path.iterdir()} == {"me.yaml", SCHEMA_NAME}
    assert SCHEMA_NAME in path.read_text(encoding="utf-8").splitlines()[0]
    assert path.read_text(encoding="utf-8") == kijun("--lang", language, "record", "new").out
    assert kijun("judge", str(path), *ON, *JSON).plain["person"] == "E-0001"


def test_a_schema_that_is_there_stays_as_it_is(tmp_path: Path, kijun: Kijun) -> None:
    (tmp_path / SCHEMA_NAME).write_text("mine", encoding="utf-8")
    assert kijun("record", "new", "-o", str(tmp_path / "me.yaml")).code == 0
    assert (tmp_path / SCHEMA_NAME).read_text(encoding="utf-8") == "mine"


@both_languages
@pytest.mark.parametrize("name", SHIPPED)
def test_an_example_is_written_as_it_is_shipped(name: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "record", "new", "--example", name)
    assert done.code == 0
    assert done.out == (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


@both_languages
@pytest.mark.parametrize("name", ["customer-service-hardwear", "zzz", "", "../examples/sales", "sales.yaml"])
def test_an_example_that_is_not_there_is_refused_with_those_that_are(name: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "record", "new", "--example", name)
    assert (done.code, done.out) == (2, "")
    assert has_japanese(done.err) == (language == "ja")
    assert any(each in done.err for each in SHIPPED)


@both_languages
def test_the_schema_is_a_schema(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "record", "schema")
    assert (done.code, done.err) == (0, "")
    assert done.plain["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(done.plain)
    assert has_japanese(done.out.replace("2021年4月1日", "").replace("令和3年4月", "").replace("０-９", "")) == (
        language == "ja"
    )


def test_the_schema_asks_the_same_in_both_languages(kijun: Kijun) -> None:
    def without_descriptions(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without_descriptions(each) for key, each in value.items() if key != "description"}
        return [without_descriptions(each) for each in value] if isinstance(value, list) else value

    schemas = [kijun("--lang", language, "record", "schema").plain for language in LANGUAGES]
    assert without_descriptions(schemas[0]) == without_descriptions(schemas[1])


@pytest.mark.parametrize(
    "path", [*sorted(EXAMPLES.glob("*.yaml")), *sorted(RECORDS.glob("[!a]*.yaml"))], ids=lambda path: path.name
)
def test_the_schema_accepts_a_record_that_is_in_order(path: Path) -> None:
    assert [*refusals(path)] == []


MISSHAPEN = [
    name
    for name, problems in broken_records().items()
    if ABOUT_SHAPE & {problem.code for problem in problems} and name not in BEYOND_SCHEMA
]


@pytest.mark.parametrize("name", MISSHAPEN)
def test_the_schema_refuses_what_a_check_refuses_for_its_shape(name: str) -> None:
    assert [*refusals(BROKEN / name)] != []


@pytest.mark.parametrize("name", ["full-width.yaml", "months.yaml", "starts-later.yaml"])
def test_the_schema_accepts_what_a_check_only_remarks_on(name: str) -> None:
    assert [*refusals(BROKEN / name)] == []
