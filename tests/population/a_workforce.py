"""A handful of people in two teams and one without, who stand where the summary of a workforce has something to say."""

from __future__ import annotations

from dataclasses import replace

from kijun.evidence import Name, Person
from tests.builders import contribution, person
from tests.people import facility_six, hardware_five, sale, seller


def named(whose: Person, employee: str, name: str, team: str | None) -> Person:
    """Return a person under another name."""
    return replace(whose, employee=employee, name=Name(written=name), team=team)


def workforce() -> list[Person]:
    """Return seven people: at hardware 5 and 4 and 3, at facility management 6, one seller, and one with nothing on record."""
    return [
        named(hardware_five(), "E-1", "佐藤 花子", "A"),
        named(hardware_five(mentoring=()), "E-2", "鈴木 一", "A"),
        named(hardware_five(contributions=(contribution("book"),)), "E-3", "田中 実", "B"),
        named(hardware_five(complete=(), mentoring=()), "E-4", "山田 桜", "B"),
        named(facility_six(), "E-5", "=1+1", None),
        named(seller(sale("deal")), "E-6", "高橋 誠", "B"),
        named(person(), "E-7", "空 白", "A"),
    ]
