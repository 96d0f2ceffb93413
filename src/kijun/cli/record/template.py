"""What does a commented career record to start from look like?

The words that may be used are listed from the vocabularies, so the template never falls behind them.
"""

from __future__ import annotations

from kijun.evidence.words import Words
from kijun.text import Language

_JA = """\
# yaml-language-server: $schema=./kijun-record.schema.json
# 経歴ファイル。#の後は説明で、消してかまいません。
# 書かないことは「ない」ではなく「不明」として扱います。
# 日付: 2021-04-01。日がわからなければ2021-04、2021年4月、令和3年4月でもかまいません。

employee: E-0001
name: {text: 山田 花子, reading: やまだ はなこ}
team: 基盤サービス1課

# 漏れなく書き終えた一覧をここに挙げます。挙げていない一覧は「ほかにもあるかもしれない」として扱います。
# 選べるもの: @lists
complete: []

engagements:
  - id: my-first-project            # 短い名前。この記録の中で重ならないこと
    title: 最初の案件
    # project: my-first-project     # 同じプロジェクトの記録を分けて書くとき、同じ名前にする(1回と数える)
    fields: [hardware]              # @fields
    activities: [fault-repair]      # 下の一覧から
    role: member                    # @roles
    from: 2024-04-01
    # until: 2025-03-31             # 続いていれば書かない
    outcome: succeeded              # @outcomes
    # conditions: [multi-vendor]    # 当てはまった条件(下の一覧から)
    # conditions_complete: true     # 条件をすべて書いたらtrue
    # sizes: {customers: specific-user, computer_rooms: 2}
    #                               # 数: @sizes
    #                               # customers: @customers
    # market:                       # セールスで担当した市場。書けば、それで全部とみなします
    #   - {scope: companies, count: 3, employees: 3000}
    #                               # scope: @scopes
    # equivalences:                 # 「相当」の申告と、評価者の判断(claimed, recognised, refused)
    #   - {to: itss/v3-2011/customer-service/hardware/5/size/1, decision: claimed}
    # masked: [customers, amounts]  # 報告書で伏せること(title, customers, amounts, sites, conditions)。判定は変わらない

# 専門性: 領域、程度、貢献の範囲
expertise: []
#  - {area: service-level-management, degree: practises-alone, reach: none, since: 2024-04-01}
#    程度: @degrees
#    貢献の範囲: @reaches

# 技術の継承: @contributions
contributions: []
#  - {kind: lecturer-inside, title: 新人研修の講師, day: 2025-06-10}

# 後進の育成(メンタリング、コーチングなど)
mentoring: []
#  - {whom: 新人2名, since: 2025-04-01}

# 試験: @examinations
qualifications: []
#  - {examination: AP, day: 2023-12-21}

# スキルの評価: 項目、レベル、誰が(self、superior、assessor)、いつ。項目の一覧はkijun show --all --skills
# 「職種/分野/項目」、職種共通の項目を全分野で評価するなら「職種/項目」
ratings: []
#  - {item: customer-service/hardware/technology, level: 3, by: self, day: 2026-04-01}
#  - {item: customer-service/communication, level: 4, by: superior, day: 2026-04-01, note: 顧客への説明がわかりやすい}

# 知っている知識項目。書けば、そのスキル項目についてはそれで全部とみなします
knowledge: []
#  - {item: customer-service/hardware/technology, known: [computer-systems, security-and-privacy]}

# 活動
@activities
# 条件
@conditions
# 専門性の領域
@areas
"""

_EN = """\
# yaml-language-server: $schema=./kijun-record.schema.json
# A career record. What stands behind # explains and may be removed.
# What is not written is unknown; it does not count as "no".
# Days: 2021-04-01. Where the day is not known: 2021-04, 2021年4月 or 令和3年4月.

employee: E-0001
name: Hanako Yamada                 # or {text: 山田 花子, reading: やまだ はなこ}
team: Platform services 1

# Lists of which nothing is missing. Any other list counts as "there may be more".
# One or more of: @lists
complete: []

engagements:
  - id: my-first-project            # a short name, once in this record
    title: My first project
    # project: my-first-project     # give two records of one project the same name: they count as one time
    fields: [hardware]              # @fields
    activities: [fault-repair]      # from the list below
    role: member                    # @roles
    from: 2024-04-01
    # until: 2025-03-31             # leave out while it is running
    outcome: succeeded              # @outcomes
    # conditions: [multi-vendor]    # the conditions that held, from the list below
    # conditions_complete: true     # once you have written all of them
    # sizes: {customers: specific-user, computer_rooms: 2}
    #                               # numbers: @sizes
    #                               # customers: @customers
    # market:                       # in sales, the market that you answered for; once written, it is all of it
    #   - {scope: companies, count: 3, employees: 3000}
    #                               # scope: @scopes
    # equivalences:                 # a claim that something is equivalent, and what an assessor decided: claimed, recognised, refused
    #   - {to: itss/v3-2011/customer-service/hardware/5/size/1, decision: claimed}
    # masked: [customers, amounts]  # what a report keeps back (title, customers, amounts, sites, conditions); it counts all the same

# Expertise: area, degree, reach
expertise: []
#  - {area: service-level-management, degree: practises-alone, reach: none, since: 2024-04-01}
#    degree: @degrees
#    reach: @reaches

# Contributions that hand a technique on: @contributions
contributions: []
#  - {kind: lecturer-inside, title: Course for new colleagues, day: 2025-06-10}

# Mentoring and coaching
mentoring: []
#  - {whom: two new colleagues, since: 2025-04-01}

# Examinations: @examinations
qualifications: []
#  - {examination: AP, day: 2023-12-21}

# Ratings of skills: item, level, by whom (self, superior, assessor), day. kijun show --all --skills lists the items.
# category/field/item, or category/item where the item is common and the rating is for every field
ratings: []
#  - {item: customer-service/hardware/technology, level: 3, by: self, day: 2026-04-01}
#  - {item: customer-service/communication, level: 4, by: superior, day: 2026-04-01, note: Explains well to customers}

# Knowledge items known; once written, it is all of them for that skill item
knowledge: []
#  - {item: customer-service/hardware/technology, known: [computer-systems, security-and-privacy]}

# Activities
@activities
# Conditions
@conditions
# Areas of expertise
@areas
"""

_LISTED = {"activities": "activity", "conditions": "condition", "areas": "area"}
_INLINE = {
    "fields": "field",
    "outcomes": "outcome",
    "customers": "customers",
    "scopes": "scope",
    "degrees": "degree",
    "reaches": "reach",
    "contributions": "contribution",
    "examinations": "examination",
}


def template(words: Words, language: Language) -> str:
    """Return a commented record that is in order as it stands."""
    text = _JA if language == "ja" else _EN
    for name, kind in _LISTED.items():
        lines = [f"#   {word:52} {said.said_in(language)}" for word, said in words.of[kind].items()]
        text = text.replace(f"@{name}", "\n".join(lines))
    for name, kind in _INLINE.items():
        text = text.replace(f"@{name}", ", ".join(words.of[kind]))
    ranks = [word for word in words.of["role"] if word not in words.rank_of]
    text = text.replace("@roles", ", ".join(ranks)).replace("@sizes", ", ".join(words.most))
    return text.replace("@lists", "engagements, expertise, contributions, mentoring, qualifications, ratings")
