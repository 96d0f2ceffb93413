"""Which Japanese documents were written by hand, line for line, each with what a careful reader takes out of it?

Each shows turns that the generator does not: numbers in kanji, two facts at once, bounds of either side, a heading in pieces,
levels 1 and 2, a measure that nobody has counted yet.
"""

from __future__ import annotations

from typing import Final

from tests.documents.unseen.expected import Band, Cell, Complexity, Expertise, Holdings, Sized, Succession

_DONE: Final = "成功裡に遂行した経験と実績を有する。"
_GUIDES: Final = "他を指導することができる"
_CARE: Final = "(メンタリング、コーチング等)"
_ROOM: Final = "のコンピュータルーム"
_WORTH: Final = "高度な専門性を保有し"
_KINDS: Final = "項目以上の実績を有する"
_MINIMUM: Final = "必要最低限の能力レベル"

PLANT: Final = f""" 職種の概要と達成度指標

職種：データセンター運用
 データセンター運用の達成度指標
専門分野　設備運用　　レベル６

【ビジネス貢献】
● 責任性

設備運用責任者または施設統括責任者として、要員の全体をリードする。受電設備の更新、巡回点検の活動を、三回以上（内二回以上は
レベル６、他はレベル５以上の複雑性、サイズ相当）{_DONE}

●複 雑 性
次の条件のうち３項目以上（「停電の許されない施設」を必須とする）に該当する複雑度の施設にて、受電設備の更新、巡回点検の活動を成功裡に遂
行した経験と実績を有する。
□停電の許されない施設      ☐複数の電力会社からの受電
❑改修と運用を同時に行う    ◻官庁の検査への立会い（消防、電気）
●サイズ
以下のいずれかの規模に相当する施設にて、巡回点検の活動を{_DONE}
□８箇所以上又は１２，０００㎡以上{_ROOM}の設備運用
□５，０００㎡以上のデータセンタ（２箇所以上）の設備運用
□上記複雑性の４項目以上に該当し、３～４箇所または２，０００㎡以上５，０００㎡未満{_ROOM}の設備運用、もしくは年間契約金額１，５
００万円以上１億２，０００万円未満

【プロフェッショナル貢献】
－以下の設備領域のいずれかについて、{_GUIDES}{_WORTH}、業界をリードしている
□電源の系統設計   □空調の方式の選定   □省エネルギーの計画
－設備運用技術の継承に対して次の五{_KINDS}
□著書    □社外論文掲載    □社内論文掲載
□社外講師    □社内講師    □特許出願
－後進の育成{_CARE}
 データセンター運用の達成度指標
専門分野　設備運用　　レベル４

【ビジネス貢献】
●責任性
設備運用チームリーダーとしてチームメンバーをリードし、巡回点検の活動を二年以上（レベル４の複雑性、サイズ相当）{_DONE}
●複雑性
以下の二項目以上の条件に該当する複雑度の施設にて、リーダーの立場で、巡回点検の活動を{_DONE}
□停電の許されない施設   □改修と運用を同時に行う   □複数の電力会社からの受電
●サイズ
以下の規模に相当する施設にて、巡回点検の活動を{_DONE}
□２箇所以下または２，０００㎡未満{_ROOM}の設備運用
【プロフェッショナル貢献】
－以下の設備領域のいずれかについて、{_WORTH}、後進を指導している
□電源の系統設計   □空調の方式の選定
－設備運用技術の継承に対して次の１{_KINDS}
□著書    □社外講師    □社内講師
－後進の育成{_CARE}
"""

PLANT_HOLDS: Final = Holdings(
    language="ja",
    category="データセンター運用",
    fields=("設備運用",),
    cells=(
        Cell(
            field="設備運用",
            level=6,
            measure="times",
            at_least=3,
            slots=(6, 6, 5),
            role="responsible",
            titles=("設備運用責任者", "施設統括責任者"),
            activities=("受電設備の更新", "巡回点検"),
            outcome="succeeded",
            complexity=Complexity(
                at_least=3,
                of=(
                    "停電の許されない施設",
                    "複数の電力会社からの受電",
                    "改修と運用を同時に行う",
                    "官庁の検査への立会い（消防、電気）",
                ),
                mandatory=("停電の許されない施設",),
                outcome="succeeded",
            ),
            size=(
                Band(
                    any_of=(
                        (Sized(noun="コンピュータルーム", unit="箇所", measure="computer_rooms", at_least=8),),
                        (
                            Sized(
                                noun="コンピュータルーム", unit="㎡", measure="computer_room_area_m2", at_least=12_000
                            ),
                        ),
                    )
                ),
                Band(
                    any_of=(
                        (
                            Sized(noun="データセンタ", unit="箇所", measure="data_centres", at_least=2),
                            Sized(noun="データセンタ", unit="㎡", measure="data_centre_area_m2", at_least=5_000),
                        ),
                    )
                ),
                Band(
                    any_of=(
                        (
                            Sized(
                                noun="コンピュータルーム", unit="箇所", measure="computer_rooms", at_least=3, at_most=4
                            ),
                        ),
                        (
                            Sized(
                                noun="コンピュータルーム",
                                unit="㎡",
                                measure="computer_room_area_m2",
                                at_least=2_000,
                                below=5_000,
                            ),
                        ),
                        (
                            Sized(
                                noun="年間契約金額",
                                unit="円",
                                measure="annual_contract_value_yen",
                                at_least=15_000_000,
                                below=120_000_000,
                            ),
                        ),
                    ),
                    conditions=4,
                ),
            ),
            expertise=Expertise(
                at_least=1,
                of=("電源の系統設計", "空調の方式の選定", "省エネルギーの計画"),
                degree="guides-others",
                reach="leads-industry",
            ),
            succession=Succession(
                at_least=5,
                of=("book", "paper-outside", "paper-inside", "lecturer-outside", "lecturer-inside", "patent"),
            ),
            mentoring=True,
        ),
        Cell(
            field="設備運用",
            level=4,
            measure="years",
            at_least=2,
            years_at_level=4,
            role="leader",
            titles=("設備運用チームリーダー",),
            activities=("巡回点検",),
            outcome="succeeded",
            complexity=Complexity(
                at_least=2,
                of=("停電の許されない施設", "改修と運用を同時に行う", "複数の電力会社からの受電"),
                outcome="succeeded",
                role="leader",
            ),
            size=(
                Band(
                    any_of=(
                        (Sized(noun="コンピュータルーム", unit="箇所", measure="computer_rooms", at_most=2),),
                        (Sized(noun="コンピュータルーム", unit="㎡", measure="computer_room_area_m2", below=2_000),),
                    )
                ),
            ),
            expertise=Expertise(
                at_least=1, of=("電源の系統設計", "空調の方式の選定"), degree="guides-juniors", reach=None
            ),
            succession=Succession(at_least=1, of=("book", "lecturer-outside", "lecturer-inside")),
            mentoring=True,
        ),
    ),
)

NETWORK: Final = f"""職種：ネットワークスペシャリスト
専門分野 広域ネットワーク レベル5
【ビジネス貢献】
●責任性 広域ネットワーク責任者として、設計、切替えの活動を4回以上（レベル5の複雑性、サイズ相当）成功裡に達成した経験と実績を有する。
●複雑性 以下の3項目以上の条件に該当する複雑度のネットワークにて、設計、切替えの活動を成功裡に達成した経験と実績を有する。
□異なる方式の混在 □無停止での切替え □海外の回線を含む □暗号化の必須化 □自社開発の機器
●サイズ 以下のいずれかの規模に相当するネットワークにて、設計、切替えの活動を成功裡に達成した経験と実績を有する。
□500ノード以上2,000ノード未満、または拠点数30拠点以上
□上記複雑性の4項目以上に該当し、100ノード以上500ノード未満、かつピーク時の要員数20人以上50人未満
【プロフェッショナル貢献】
－以下のネットワーク領域のいずれかについて、{_GUIDES}{_WORTH}、社内に貢献している
□経路の設計 □品質の測定
－広域ネットワーク技術の継承に対して次の2{_KINDS}
□著書 □社外論文掲載 □社内論文掲載 □社内講師
－後進の育成{_CARE}
専門分野 広域ネットワーク レベル2
【ビジネス貢献】
●責任性 広域ネットワークチームメンバーとして、上位者の指導の下、設定の作業に1回以上（レベル2の複雑性相当）参画した経験を有する。
●複雑性 以下の幾つかの条件に該当する複雑度の業務に参画した経験を有する。
□要件が単純 □実績のある技術だけを使う
●サイズ サイズを問わず、作業に参画した経験を有する。
【プロフェッショナル貢献】
－以下の領域に関して、基本的知識・技能を保有し、実務に活用している。
□通信の基礎 □機器の設定
<注釈>
－情報処理技術者試験「基本情報技術者試験（FE）」に合格していることで、{_MINIMUM}に到達しているものと見なす。
"""

NETWORK_HOLDS: Final = Holdings(
    language="ja",
    category="ネットワークスペシャリスト",
    fields=("広域ネットワーク",),
    cells=(
        Cell(
            field="広域ネットワーク",
            level=5,
            measure="times",
            at_least=4,
            slots=(5, 5, 5, 5),
            role="responsible",
            titles=("広域ネットワーク責任者",),
            activities=("設計", "切替え"),
            outcome="succeeded",
            complexity=Complexity(
                at_least=3,
                of=("異なる方式の混在", "無停止での切替え", "海外の回線を含む", "暗号化の必須化", "自社開発の機器"),
                outcome="succeeded",
            ),
            size=(
                Band(
                    any_of=(
                        (Sized(noun="", unit="ノード", at_least=500, below=2_000),),
                        (Sized(noun="拠点数", unit="拠点", at_least=30),),
                    )
                ),
                Band(
                    any_of=(
                        (
                            Sized(noun="", unit="ノード", at_least=100, below=500),
                            Sized(noun="ピーク時の要員数", unit="人", measure="peak_persons", at_least=20, below=50),
                        ),
                    ),
                    conditions=4,
                ),
            ),
            expertise=Expertise(at_least=1, of=("経路の設計", "品質の測定"), degree="guides-others", reach="company"),
            succession=Succession(at_least=2, of=("book", "paper-outside", "paper-inside", "lecturer-inside")),
            mentoring=True,
        ),
        Cell(
            field="広域ネットワーク",
            level=2,
            measure="times",
            at_least=1,
            slots=(2,),
            role="member",
            titles=("広域ネットワークチームメンバー",),
            activities=("設定",),
            outcome="participated",
            complexity=Complexity(
                at_least="some", of=("要件が単純", "実績のある技術だけを使う"), outcome="participated", activities=()
            ),
            size=None,
            expertise=Expertise(at_least="all", of=("通信の基礎", "機器の設定"), degree="uses-basics", reach=None),
            succession=None,
            mentoring=False,
            examination="FE",
        ),
    ),
)

HAND_WRITTEN: Final = {"plant": (PLANT, PLANT_HOLDS), "network": (NETWORK, NETWORK_HOLDS)}
