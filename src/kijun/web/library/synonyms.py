"""Which words mean the same to somebody who searches?

Japanese and English stand beside each other in every text of the library, so a word is listed here only where people use
another one for it: an abbreviation, an everyday word, an older spelling. Long vowels, kana and width need no entry.
"""

from __future__ import annotations

from typing import Final

SYNONYMS: Final[tuple[tuple[str, ...], ...]] = (
    ("CS", "customer service", "カスタマサービス"),
    ("FM", "facility management", "ファシリティマネジメント", "設備管理"),
    ("HW", "hardware", "ハードウェア", "ハード"),
    ("SW", "software", "ソフトウェア", "ソフト"),
    ("PM", "project management", "プロジェクトマネジメント", "プロジェクト管理"),
    ("SLM", "SLA", "service level", "サービスレベル"),
    ("DC", "data centre", "data center", "データセンター"),
    ("AP", "applied information technology engineer", "応用情報技術者"),
    ("sales", "セールス", "営業"),
    ("consulting sales", "コンサルティングセールス", "訪問型コンサルティングセールス"),
    ("sales via media", "メディア利用型セールス", "内勤営業", "inside sales"),
    ("category", "job category", "職種"),
    ("field", "specialty", "specialty field", "専門分野"),
    ("cell", "indicator", "達成度指標", "セル", "指標"),
    ("skill item", "スキル項目", "スキル"),
    ("knowledge item", "knowledge", "知識項目", "知識"),
    ("proficiency", "スキル熟達度", "熟達度"),
    ("responsibility", "責任性"),
    ("complexity", "複雑性", "複雑さ"),
    ("size", "サイズ", "規模"),
    ("expertise", "専門性"),
    ("succession", "技術の継承", "継承", "handing on"),
    ("mentoring", "coaching", "後進の育成", "後輩指導", "育成", "メンタリング", "コーチング"),
    ("examination", "exam", "certification", "試験", "資格"),
    ("policy", "silent point", "方針"),
    ("responsible", "person responsible", "責任者", "manager", "マネージャー"),
    ("leader", "team leader", "リーダー"),
    ("member", "team member", "メンバー", "担当者"),
    ("several vendors", "multi vendor", "multivendor", "複数ベンダ", "マルチベンダ"),
    ("across platforms", "cross platform", "platforms", "プラットフォーム"),
    ("around the clock", "24/7", "24 hours", "24x7", "24時間", "365日", "年中無休"),
    ("mission critical", "ミッションクリティカル", "基幹システム"),
    ("nationwide", "全国規模", "全国"),
    ("paper", "論文"),
    ("book", "著書", "書籍"),
    ("lecturer", "lecture", "講師"),
    ("patent", "特許"),
    ("community", "コミュニティ"),
    ("customer satisfaction", "顧客満足", "顧客満足度"),
    ("fault repair", "障害修理", "故障対応", "trouble"),
    ("preventive maintenance", "予防保守"),
    ("maintenance", "保守"),
    ("installation", "導入", "設置"),
    ("contract value", "契約金額", "受注額"),
    ("employees", "headcount", "従業員"),
    ("cloud", "cloud computing", "クラウド"),
    ("negotiation", "ネゴシエーション", "交渉"),
    ("leadership", "リーダーシップ"),
    ("communication", "コミュニケーション"),
)
