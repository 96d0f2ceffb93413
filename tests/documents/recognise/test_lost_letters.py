"""Where a letter is lost, is the value asked about instead of becoming another one?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kijun.documents.read import Asked, read_documents

EXAMPLES = Path(__file__).parents[3] / "examples" / "documents"


@pytest.mark.parametrize(
    ("language", "printed", "lost", "part"),
    [
        ("ja", "領域のいずれかについて、高度", "領域のいずかについて、高度", "expertise"),
        ("ja", "□上記複雑性の３項目以上", "□記複雑性の３項目以上", "size"),
        (
            "ja",
            "回線修理の活動を成功裡に遂行した経験と実績を有する。\n□止",
            "回線修理の活動を成功裡遂行した経験と実績を有する。\n□止",
            "complexity",
        ),
        ("ja", "回線技術の継承に", "回線技術の継に", "succession"),
        ("ja", "回線更新の活動を", "回線更新の活動", "responsibility"),
        (
            "ja",
            "（内１回以上はレベル４、他はレベル３以上の複雑性、サイズ相当）",
            "（複雑性、サイズ相当）",
            "responsibility",
        ),
        ("en", "but less than 500 nodes", "but ess than 500 nodes", "size"),
        ("en", "100 nodes or more but", "100 nodes or mre but", "size"),
        ("en", "technology succession", "technology successon", "succession"),
        (
            "en",
            "experience and performance of achieving success in line repair on",
            "experience and performance of achieving succes in line repair on",
            "complexity",
        ),
    ],
)
def test_a_part_that_lost_a_letter_is_asked_about(
    language: str, printed: str, lost: str, part: str, tmp_path: Path
) -> None:
    text = (EXAMPLES / f"line-operations.{language}.txt").read_text(encoding="utf-8")
    assert printed in text
    path = tmp_path / "lines.txt"
    path.write_text(text.replace(printed, lost, 1), encoding="utf-8")
    read = read_documents(Asked(files=(path,), edition="acme/lines", is_shipped=False), {}, date(2026, 11, 21))
    assert read is not None
    cell = "category-1/field-1/4"
    assert any(question.path.startswith((f"{cell}/{part}", f"{cell}/professional")) for question in read.questions)
