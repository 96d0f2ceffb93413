"""Which other marks, labels and brackets may the same document be set with? A reader reads through them, or asks."""

from __future__ import annotations

from typing import Final

MARKS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "squares for parts": (("●", "■"),),
    "diamonds for parts": (("●", "◆"),),
    "dots for parts": (("●", "・"),),
    "numbers for parts": (("●責任性", "(1)責任性"), ("●複雑性", "(2)複雑性"), ("●サイズ", "(3)サイズ")),
    "no mark for parts": (("●責任性 ", "責任性\n"), ("●複雑性 ", "複雑性\n"), ("●サイズ ", "サイズ\n")),
    "colons after parts": (("●責任性 ", "●責任性："), ("●複雑性 ", "●複雑性："), ("●サイズ ", "●サイズ：")),
    "square brackets": (("【", "["), ("】", "]")),
    "tortoise-shell brackets": (("【", "〔"), ("】", "〕")),
    "no sections": (("【ビジネス貢献】\n", ""), ("【プロフェッショナル貢献】\n", "")),
    "circles for options": (("□", "○"),),
    "black squares for options": (("□", "■"),),
    "ticks for options": (("□", "✓"),),
    "dots for options": (("□", "・"),),
    "letters for options": (("□", "口"),),
    "blank after boxes": (("□", "□　"),),
    "an option per line": ((" □", "\n□"),),
    "hyphens for lines": (("－", "-"),),
    "long vowels for lines": (("\n－", "\nー"),),
    "ones for lines": (("\n－", "\n一"),),
    "dots for lines": (("\n－", "\n・"),),
    "marks alone on their lines": (("\n－", "\n－\n\n"),),
    "no mark for lines": (("\n－", "\n"),),
    "a colon in the heading": (("専門分野 広域ネットワーク レベル", "専門分野：広域ネットワーク　レベル："),),
    "a short heading": (("専門分野 広域ネットワーク レベル", "広域ネットワーク レベル"),),
    "a heading in brackets": (("専門分野 広域ネットワーク レベル5", "【専門分野】広域ネットワーク【レベル】5"),),
    "a heading with tabs": (("専門分野 広域ネットワーク レベル", "専門分野\t広域ネットワーク\tレベル"),),
    "the level first": (("専門分野 広域ネットワーク レベル5", "レベル5 専門分野 広域ネットワーク"),),
    "half-width katakana": (("ネットワーク", "ﾈｯﾄﾜｰｸ"), ("レベル", "ﾚﾍﾞﾙ"), ("サイズ", "ｻｲｽﾞ")),
    "carriage returns": (("\n", "\r\n"),),
    "a space between all letters of parts": (
        ("●責任性", "● 責 任 性"),
        ("●複雑性", "● 複 雑 性"),
        ("●サイズ", "● サ イ ズ"),
    ),
    "no stops": (("。", ""),),
    "western punctuation": (("、", "，"), ("。", "．")),
    "half-width punctuation": (("、", "､"), ("。", "｡")),
    "empty lines": (("\n", "\n\n"),),
    "thin spaces": ((" ", "\u2009"),),
    "no-break spaces": ((" ", "\u00a0"),),
    "zero-width spaces": (("の", "の\u200b"),),
    "kangxi radicals": (("一", "⼀"), ("人", "⼈")),
    "small levels": (("レベル5", "Lv.5"), ("レベル2", "Lv.2")),
}
"""Name -> what is put in the place of what, everywhere in the document "network"."""
