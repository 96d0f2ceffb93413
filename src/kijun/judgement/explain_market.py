"""How is it said which market somebody answers for, beside the one that is asked?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.criteria import Market
from kijun.criteria.phrase import Names, market_asked, so_many
from kijun.evidence import Engagement, MarketShare
from kijun.text import Text, join, series


def say_market(engagement: Engagement, asked: Sequence[Market], names: Names) -> Text:
    """Return the market on record of an engagement, and the alternatives that are asked."""
    need = join([market_asked(each, names) for each in asked], ja="または", en=", or ")
    have = engagement.market
    if not have:
        return Text(ja=f"担当市場の記録なし。求められるのは{need.ja}", en=f"no market on record; {need.en} asked")
    held = series([say_share(each, names) for each in have])
    return Text(ja=f"担当市場は{held.ja}。求められるのは{need.ja}", en=f"answers for {held.en}; {need.en} asked")


def say_share(share: MarketShare, names: Names) -> Text:
    """Return a part of a market with the head counts on record."""
    what = so_many(share.count, names("fact", share.scope))
    if share.employees is None:
        return what
    is_many = share.count > 1
    return Text(
        ja=f"従業員{share.employees:,}人{'以上' if is_many else ''}の{what.ja}",
        en=f"{what.en} ({share.employees:,} {'or more employees each' if is_many else 'employees'})",
    )
