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
    held = series([_share(each, names) for each in have])
    return Text(ja=f"担当市場は{held.ja}。求められるのは{need.ja}", en=f"answers for {held.en}; {need.en} asked")


def _share(share: MarketShare, names: Names) -> Text:
    what = so_many(share.count, names("fact", share.scope))
    if share.employees is None:
        return what
    size = Text(ja=f"従業員{share.employees:,}人", en=f"{share.employees:,} employees")
    if share.count > 1:
        size = Text(ja=f"それぞれ{size.ja}以上", en=f"{share.employees:,} or more employees each")
    return join([what, Text(ja=f"({size.ja})", en=f" ({size.en})")], ja="", en="")
