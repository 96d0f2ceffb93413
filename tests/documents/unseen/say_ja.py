"""How do Japanese documents of the family say the values of a cell? Sentences of our own in the shape of theirs."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.documents.unseen.blocks import Block
from tests.documents.unseen.expected import Band, Cell, Complexity, Expertise, Holdings, Sized, Succession
from tests.documents.unseen.names_ja import CONTRIBUTIONS
from tests.documents.unseen.numerals import Digits, plain, small_in_japanese, yen_in_japanese

_OUTCOMES: Final = {
    "succeeded": ("を", "成功裡に遂行した"),
    "carried-out": ("を", "実施した"),
    "participated": ("に", "参画した"),
}
_ROLE_OF_COMPLEXITY: Final = {"responsible": "責任者の立場で、", "leader": "リーダの立場で、"}
_DEGREES: Final = {
    "guides-others": "他を指導することができる高度な専門性を保有し",
    "guides-juniors": "高度な専門性を保有し、後進を指導している",
    "practises-alone": "専門性を保有し、独力で実践している",
    "uses-basics": "基本的知識・技能を保有し、実務に活用している",
    "knows-basics": "基礎知識を保有している",
}
_REACHES: Final = {
    "leads-industry": "、業界をリードしている",
    "industry": "、業界に貢献している",
    "company": "、社内に貢献している",
    None: "",
}
_CUSTOMERS: Final = {
    "specific-user": "特定ユーザ",
    "part-of-region-or-industry": "広域地域、特定業界の一部のユーザ",
    "whole-region-or-industry": "広域地域全体、特定業界のユーザ全体",
    "nationwide-overseas-or-infrastructure": "全国または海外に展開している大規模ユーザ、社会インフラ関連の特定業界",
}
_EXAMINATIONS: Final = {"AP": "応用情報技術者試験（ＡＰ）", "FE": "基本情報技術者試験（ＦＥ）"}


def say(held: Holdings, seed: int, digits: Digits) -> list[Block]:
    """Return the pieces of a document of indicators."""
    rng = Random(seed)
    blocks = [Block(kind="title", text=f"職種：{held.category}")]
    for cell in held.cells:
        blocks += say_cell(held.category, cell, rng, digits)
    return blocks


def say_cell(category: str, cell: Cell, rng: Random, digits: Digits) -> list[Block]:
    """Return the pieces of one cell."""
    level = plain(cell.level, "half" if digits == "kanji" else digits)
    blank = rng.choice([" ", "　", "   "])
    blocks = [
        Block(kind="title", text=f"{category}の達成度指標"),
        Block(kind="heading", text=f"専門分野{blank}{cell.field}{blank}レベル{level}"),
        Block(kind="section", text="【ビジネス貢献】"),
        Block(kind="part", text="●責任性"),
        Block(kind="sentence", text=_responsibility(cell, rng, digits)),
        Block(kind="part", text="●複雑性"),
    ]
    if cell.complexity is not None:
        blocks.append(Block(kind="sentence", text=_complexity(cell.complexity, cell.activities, rng, digits)))
        blocks.append(Block(kind="options", options=cell.complexity.of))
    blocks.append(Block(kind="part", text="●サイズ"))
    blocks += _size(cell, rng, digits)
    blocks.append(Block(kind="section", text="【プロフェッショナル貢献】"))
    if cell.expertise is not None:
        blocks.append(Block(kind="sentence", text="－" + _expertise(cell.field, cell.expertise, rng)))
        blocks.append(Block(kind="options", options=cell.expertise.of))
    if cell.succession is not None:
        blocks.append(Block(kind="sentence", text="－" + _succession(cell.field, cell.succession, digits)))
        blocks.append(Block(kind="options", options=tuple(CONTRIBUTIONS[kind] for kind in cell.succession.of)))
    if cell.mentoring:
        blocks.append(Block(kind="sentence", text="－後進の育成(メンタリング、コーチング等)"))
    if cell.examination is not None:
        passed = f"「{_EXAMINATIONS[cell.examination]}」に合格していることで"
        minimum = rng.choice(
            [
                "、当該レベルに必要最低限の能力を持つと見なす。",
                "、必要最低限の能力レベルに達していると見なすことができる。",
            ]
        )
        blocks.append(Block(kind="section", text=rng.choice(["＜注釈＞", "<注釈>", "〈注釈〉"])))
        blocks.append(Block(kind="sentence", text=f"－情報処理技術者試験{passed}{minimum}"))
    return blocks


def _done(activities: tuple[str, ...], outcome: str) -> str:
    particle, verb = _OUTCOMES[outcome]
    return f"{'、'.join(activities)}の活動{particle}{verb}経験と実績を有する。"


def _responsibility(cell: Cell, rng: Random, digits: Digits) -> str:
    unit = "回" if cell.measure == "times" else "年"
    many = f"{small_in_japanese(cell.at_least, digits)}{unit}以上{_slots(cell, digits)}"
    particle, verb = _OUTCOMES[cell.outcome]
    titles = rng.choice(["又は", "または"]).join(cell.titles)
    head = rng.choice([f"{titles}として、チームをリードする。", f"開発および運用の局面における{titles}として"])
    tail = rng.choice(["経験と実績を有する。", "経験を有する。"])
    if particle == "に":
        return f"{head}{'、'.join(cell.activities)}の活動に{many}{verb}{tail}"
    return f"{head}{'、'.join(cell.activities)}の活動を{many}{verb}{tail}"


def _slots(cell: Cell, digits: Digits) -> str:
    level = "half" if digits == "kanji" else digits

    def printed(number: int) -> str:
        return f"レベル{plain(number, level)}"

    if cell.years_at_level is not None:
        return f"（{printed(cell.years_at_level)}の複雑性、サイズ相当）"
    if cell.slots is None:
        return ""
    high = cell.slots[0]
    count = cell.slots.count(high)
    if count == len(cell.slots):
        return f"（{printed(high)}の複雑性、サイズ相当）"
    some = small_in_japanese(count, digits)
    return f"（内{some}回以上は{printed(high)}、他は{printed(cell.slots[-1])}以上の複雑性、サイズ相当）"


def _complexity(asked: Complexity, activities: tuple[str, ...], rng: Random, digits: Digits) -> str:
    many = "幾つか" if asked.at_least == "some" else f"{small_in_japanese(asked.at_least, digits)}項目以上"
    must = ""
    if asked.mandatory:
        named = "及び".join(f"「{name}」" for name in asked.mandatory)
        must = rng.choice([f"（{named}を必須とする）", f"（ただし、{named}は必須）"])
    thing = rng.choice(["プロジェクト", "システム", "業務"])
    role = _ROLE_OF_COMPLEXITY.get(asked.role or "", "")
    first = rng.choice(["以下", "次"])
    return f"{first}の{many}の条件{must}に該当する複雑度の{thing}にて、{role}{_done(activities, asked.outcome)}"


def _size(cell: Cell, rng: Random, digits: Digits) -> list[Block]:
    if cell.size is None:
        if rng.random() < 0.5:
            return [Block(kind="options", options=("特定せず",))]
        return [Block(kind="sentence", text="サイズを問わず、求められた業務に参画した経験を有する。")]
    any_of = "以下のいずれかの規模" if len(cell.size) > 1 else "以下の規模"
    lead = f"{any_of}に相当する業務にて、{_done(cell.activities, cell.complexity.outcome if cell.complexity else 'succeeded')}"
    options = tuple(say_band(band, rng, digits) for band in cell.size)
    return [Block(kind="sentence", text=lead), Block(kind="options", options=options)]


def say_band(band: Band, rng: Random, digits: Digits) -> str:
    """Say one alternative of the size part."""
    beside = f"上記複雑性の{small_in_japanese(band.conditions, digits)}項目以上に該当し、" if band.conditions else ""
    if band.reach is not None:
        equal = "又はそれらに相当するユーザ" if band.or_equivalent else ""
        return f"{beside}{_CUSTOMERS[band.reach]}{equal}を担当"
    either = rng.choice(["、または", "、もしくは", "又は"])
    number: Digits = "half" if digits == "kanji" else digits
    return beside + either.join("、かつ".join(_sized(each, rng, number) for each in group) for group in band.any_of)


def _sized(sized: Sized, rng: Random, digits: Digits) -> str:
    def printed(number: int) -> str:
        if sized.unit == "円":
            return yen_in_japanese(number, digits)
        return f"{plain(number, digits)}{sized.unit}"

    lower = f"{printed(sized.at_least)}以上" if sized.at_least is not None else ""
    upper = f"{printed(sized.below)}未満" if sized.below is not None else ""
    most = f"{printed(sized.at_most)}以下" if sized.at_most is not None else ""
    if sized.noun.endswith(("数", "金額", "規模")):
        return f"{sized.noun}{rng.choice(['', 'が'])}{lower}{upper}{most}"
    return f"{lower}{upper}{most}の{sized.noun}"


def _expertise(field: str, asked: Expertise, rng: Random) -> str:
    where = f"以下の{rng.choice([field, ''])}領域"
    how = "のいずれかについて、" if asked.at_least == 1 else "に関して、"
    return f"{where}{how}{_DEGREES[asked.degree]}{_REACHES[asked.reach]}"


def _succession(field: str, asked: Succession, digits: Digits) -> str:
    return f"{field}技術の継承に対して次の{small_in_japanese(asked.at_least, digits)}項目以上の実績を有する"
