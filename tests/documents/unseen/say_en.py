"""How do English documents of the family say the values of a cell? Sentences of our own in the shape of theirs."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.documents.unseen.blocks import Block
from tests.documents.unseen.expected import Band, Cell, Complexity, Expertise, Holdings, Sized, Succession
from tests.documents.unseen.names_en import CONTRIBUTIONS
from tests.documents.unseen.numerals import plain, small_in_english, yen_in_english

_IT: Final = "Information Technology"
_ITEE: Final = f"{_IT} Engineer Examination"
_CARE: Final = "by mentoring, coaching"
_MEET: Final = "must meet the complexity and size of Level"
_OUTCOMES: Final = {
    "succeeded": "successfully carrying out the activities of",
    "carried-out": "carrying out the activities of",
    "participated": "participating in the activities of",
}
_DEGREES: Final = {
    "guides-others": "Has the high specialty in {which} {place} sufficient to guide others",
    "guides-juniors": "Has the high specialty in {which} {place} sufficient to guide subordinates",
    "practises-alone": "Has specialty in {which} {place} to perform assigned task by him/her-self",
    "uses-basics": "Has basic knowledge and skills of {which} {place} and uses them at work",
}
_REACHES: Final = {
    "leads-industry": " and leads the industry",
    "industry": " and contributes to the industry",
    "company": " and contributes to the company",
    None: "",
}
_EXAMINATIONS: Final = {
    "AP": f"Applied ITEE ({_ITEE})",
    "FE": f"Fundamental ITEE ({_ITEE})",
}


def say(held: Holdings, seed: int) -> list[Block]:
    """Return the pieces of a document of indicators."""
    rng = Random(seed)
    blocks = [Block(kind="title", text=f"Job Category: {held.category}")]
    for cell in held.cells:
        blocks += say_cell(held.category, cell, rng)
    return blocks


def say_cell(category: str, cell: Cell, rng: Random) -> list[Block]:
    """Return the pieces of one cell."""
    label = rng.choice(["Specialty Field", "Specialty Fields", "Specialty Field:"])
    blocks = [
        Block(kind="title", text=f"Key Performance Indicator: {category}"),
        Block(kind="heading", text=f"{label} {cell.field} Level {cell.level}"),
        Block(kind="section", text="[Business Contribution]"),
        Block(kind="part", text="●Responsibilities"),
        Block(kind="sentence", text=_responsibility(cell, rng)),
        Block(kind="part", text="●Complexity"),
    ]
    if cell.complexity is not None:
        blocks.append(Block(kind="sentence", text=_complexity(cell.complexity, cell.activities, rng)))
        blocks.append(Block(kind="options", options=cell.complexity.of))
    blocks.append(Block(kind="part", text="●Size"))
    blocks += _size(cell, rng)
    blocks.append(Block(kind="section", text="[Professional Contribution]"))
    if cell.expertise is not None:
        blocks.append(Block(kind="sentence", text="-" + _expertise(cell.expertise, rng)))
        blocks.append(Block(kind="options", options=cell.expertise.of))
    if cell.succession is not None:
        blocks.append(Block(kind="sentence", text="-" + _succession(cell.succession, rng)))
        blocks.append(Block(kind="options", options=tuple(CONTRIBUTIONS[kind] for kind in cell.succession.of)))
    if cell.mentoring:
        blocks.append(Block(kind="sentence", text=f"-Develops subordinates ({_CARE}, and etc.)"))
    if cell.examination is not None:
        passing = f"-By passing {_EXAMINATIONS[cell.examination]}, a person is"
        blocks.append(Block(kind="section", text=rng.choice(["〈Remarks〉", "<Remarks>"])))
        blocks.append(
            Block(
                kind="sentence", text=f"{passing} regarded to have the minimum capability of ITSS level {cell.level}."
            )
        )
    return blocks


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}, and {words[-1]}"


def _responsibility(cell: Cell, rng: Random) -> str:
    count = small_in_english(cell.at_least, rng)
    unit = (
        ("times" if cell.at_least > 1 else "time")
        if cell.measure == "times"
        else ("years" if cell.at_least > 1 else "year")
    )
    many = rng.choice([f"{count} {unit} or more", f"{count} or more {unit}"])
    head = f"Works {'through the whole activities, ' if rng.random() < 0.5 else ''}as {' or '.join(cell.titles)}."
    return f"{head} Has experience and performance of {_OUTCOMES[cell.outcome]} {_listed(cell.activities)} {many} {_slots(cell, rng)}."


def _slots(cell: Cell, rng: Random) -> str:
    if cell.years_at_level is not None:
        return f"(Projects {_MEET} {cell.years_at_level})"
    assert cell.slots is not None  # times always print their levels
    high, low = cell.slots[0], cell.slots[-1]
    if high == low:
        return f"(Projects {_MEET} {high})"
    count = cell.slots.count(high)
    some = "one project" if count == 1 else f"{small_in_english(count, rng)} projects"
    joined = rng.choice([" and others", ", others", ". Others"])
    return f"(At least {some} {_MEET} {high}{joined} can be of the Level {low} or above)"


def _complexity(asked: Complexity, activities: tuple[str, ...], rng: Random) -> str:
    must = ""
    if asked.mandatory:
        named = " and ".join(f'"{name}"' for name in asked.mandatory)
        must = f" ({named} {'is' if len(asked.mandatory) == 1 else 'are'} required.)"
    assert isinstance(asked.at_least, int)  # "some" is said in Japanese only
    count = small_in_english(asked.at_least, rng)
    many = rng.choice(
        [f"{count} or more of {{}}complexity criteria", f"{count} or more items of {{}}complexity criteria"]
    )
    following = rng.choice(["following ", "the following "])
    return f"Has experience of {_OUTCOMES[asked.outcome]} {_listed(activities)} with {many.format(following)}{must}."


def _size(cell: Cell, rng: Random) -> list[Block]:
    if cell.size is None:
        if rng.random() < 0.5:
            return [Block(kind="options", options=("Not specified",))]
        return [Block(kind="sentence", text="Has experience in the requested work regardless of size.")]
    done = _OUTCOMES[cell.complexity.outcome if cell.complexity else "succeeded"]
    which = "either one of the following size" if len(cell.size) > 1 else "the following size"
    lead = f"Has experience of {done} {_listed(cell.activities)} with {which}."
    return [
        Block(kind="sentence", text=lead),
        Block(kind="options", options=tuple(say_band(band, rng) for band in cell.size)),
    ]


def say_band(band: Band, rng: Random) -> str:
    """Say one alternative of the size part."""
    said = ", or ".join(" and ".join(_sized(each) for each in group) for group in band.any_of)
    criteria = rng.choice(["above complexity criteria", "the above complexity criteria"])
    beside = f", and with {small_in_english(band.conditions, rng)} or more of {criteria}" if band.conditions else ""
    return f"Project with {said}{beside}."


def _sized(sized: Sized) -> str:
    if sized.unit == "yen":
        return f"an annual contract value of {_yen(sized)}"
    bounds = _bounds(sized)
    match sized.noun:
        case "peak":
            return f"{bounds} during peak periods"
        case "network":
            return f"a network of {bounds}"
        case "effort":
            return f"an effort of {bounds}"
        case _:
            return f"a {sized.noun} for {bounds}" if sized.noun == "service" else f"a {sized.noun} of {bounds}"


def _bounds(sized: Sized) -> str:
    if sized.at_least is not None and sized.below is not None:
        return f"{plain(sized.at_least, 'half')} or more but less than {plain(sized.below, 'half')} {sized.unit}"
    if sized.at_least is not None:
        return f"{plain(sized.at_least, 'half')} {sized.unit} or more"
    if sized.below is not None:
        return f"less than {plain(sized.below, 'half')} {sized.unit}"
    return f"{plain(sized.at_most or 0, 'half')} {sized.unit} or less"


def _yen(sized: Sized) -> str:
    if sized.at_least is not None and sized.below is not None:
        return f"{yen_in_english(sized.at_least)} or more but less than {yen_in_english(sized.below)} yen"
    if sized.at_least is not None:
        return f"{yen_in_english(sized.at_least)} yen or more"
    return f"less than {yen_in_english(sized.below or 0)} yen"


def _expertise(asked: Expertise, rng: Random) -> str:
    which = rng.choice(["either one of", "one of"]) if asked.at_least == 1 else "all of"
    return f"{_DEGREES[asked.degree].format(which=which, place='the following areas')}{_REACHES[asked.reach]}."


def _succession(asked: Succession, rng: Random) -> str:
    count = small_in_english(asked.at_least, rng)
    many = rng.choice([f"{count} items or more of following", f"{count} or more items of following"])
    return f"Has performance in {many} expertise succession."
