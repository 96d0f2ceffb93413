"""Does `kijun list` name every standard with its fields and levels?"""

from __future__ import annotations

from tests.cli.command import JSON, Kijun, both_languages, has_japanese


def test_every_edition_and_field_is_listed_with_its_levels(kijun: Kijun) -> None:
    done = kijun("list")
    assert done.code == 0
    assert done.out.index("itss/v3-2011") < done.out.index("itss/v3-2008")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert "customer-service/hardware Customer Service, Hardware 3 4 5 6" in lines
    assert "customer-service/hardware Customer Service, Hardware 5" in lines
    assert any(line.startswith("sales/consulting-sales") and line.endswith("3 4 5 6 7") for line in lines)


@both_languages
def test_the_names_are_in_the_language_asked_for(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "list")
    assert done.code == 0
    assert ("カスタマサービス" in done.out) == has_japanese(done.out) == (language == "ja")


def test_the_same_list_is_there_for_programs(kijun: Kijun) -> None:
    editions = kijun("list", *JSON).plain
    assert [edition["edition"] for edition in editions] == ["itss/v3-2011", "itss/v3-2008"]
    hardware = editions[1]["fields"][0]
    assert hardware["field"] == "itss/v3-2008/customer-service/hardware"
    assert hardware["category"] == "itss/v3-2008/customer-service"
    assert hardware["name"] == {"ja": "ハードウェア", "en": "Hardware"}
    assert (hardware["levels"], hardware["missing_from_source"]) == ([5], [3, 4, 6])
    assert sum(len(field["levels"]) for edition in editions for field in edition["fields"]) == 31


def test_the_list_for_programs_is_the_same_in_both_languages(kijun: Kijun) -> None:
    assert kijun("--lang", "ja", "list", *JSON).out == kijun("--lang", "en", "list", *JSON).out
