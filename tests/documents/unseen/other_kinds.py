"""Which documents are of quite another kind, although they speak of levels, experience, years and boxes to tick?"""

from __future__ import annotations

from typing import Final

OTHER_KINDS: Final = {
    "recipe": """かぼちゃの煮物
材料（４人分）
□かぼちゃ　６００ｇ以上
□だし　３カップ
●下ごしらえ
以下の２項目以上を守ると煮崩れしない。
□面取りをする　　□皮を下にする
●火加減
レベル３の中火で１０分以上、落とし蓋をして煮る。
""",
    "contract": """業務委託契約書
第１条（目的）甲は乙に対し、サーバの保守の業務を委託し、乙はこれを受託する。
第２条（契約期間）契約期間は３年以上とし、年間契約金額は１億円以上５億円未満の範囲で別途定める。
第３条（責任者）乙は責任者及びリーダーを定め、甲に通知する。
第４条（体制）ピーク時の要員数は２０人以上とする。
□本契約に同意する
""",
    "minutes": """Minutes of the weekly meeting
Present: five persons or more
●Topics
- Level 3 support took two hours or more.
- The leader of the network team will bring three or more items of the following:
□ a list of nodes   □ the contract
Next meeting: in one week, size of the room not specified
""",
    "advertisement": """求人のお知らせ
職種：事務職
経験：３年以上の実務経験を有する方
専門分野：経理
年収：５００万円以上
""",
}
