"""Which invented names do the Japanese documents print?"""

from __future__ import annotations

from typing import Final

CATEGORIES: Final = {
    "データセンター運用": ("設備運用", "基盤運用"),
    "ネットワークスペシャリスト": ("構内ネットワーク", "広域ネットワーク", "無線"),
    "業務コンサルタント": ("製造業務", "流通業務"),
    "ラーニングデザイン": ("研修企画", "インストラクション"),
}
ACTIVITIES: Final = (
    "運用設計",
    "監視",
    "障害対応",
    "性能改善",
    "移行計画",
    "要件の整理",
    "構成変更",
    "受入テスト",
    "教材開発",
)
CONDITIONS: Final = (
    "複数の拠点にまたがる運用体制",
    "停止の許されない業務システム",
    "契約条件が例外的で複雑",
    "利用部門の要求が多岐にわたる",
    "実績の乏しい製品の採用",
    "他社のシステムとの密な連携",
    "短い工期での切替え",
    "法令、規格への厳密な適合が必要",
    "海外拠点を含む運用（時差、言語）",
    "旧来の方式と新しい方式の併存",
)
AREAS: Final = (
    "運用プロセスの設計",
    "容量計画",
    "監視の自動化",
    "費用の見積り、管理",
    "利用者教育",
    "可用性の設計",
    "ベンダの選定及び評価",
    "サービス水準の改善提案",
)
TITLES: Final = {
    "responsible": ("{field}責任者", "{category}責任者"),
    "leader": ("{field}チームリーダ", "{category}リーダー"),
    "member": ("{field}チームメンバ", "{category}メンバー"),
    None: ("{field}マネージャ",),
}
CONTRIBUTIONS: Final = {
    "community": "学会、委員会等プロフェッショナルコミュニティ活動",
    "book": "著書",
    "paper-outside": "社外論文掲載",
    "paper-inside": "社内論文掲載",
    "lecturer-outside": "社外講師",
    "lecturer-inside": "社内講師",
    "patent": "特許出願",
}
ITEMS: Final = {
    "運用管理技法": ("変更の統制", "リリースの計画", "構成の台帳管理、棚卸し", "インシデントの記録"),
    "設備の基礎": ("電源系統", "空調の方式（冷水、直膨）", "耐震の基準"),
    "折衝力": ("折衝力",),
    "費用の管理": ("予算の編成", "原価の配賦", "投資の評価・見直し"),
    "伝える力": ("文書の作成", "会議の進行"),
    "監視の技法": ("しきい値の設計", "通知の経路", "ログの分析"),
}
"""Skill item -> its knowledge items; some hold the sign that also parts a list."""
