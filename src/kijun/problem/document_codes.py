"""What can keep a published document from being read?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

DOCUMENT_CODES: Final[dict[str, Code]] = {
    "K500": code(
        Severity.ERROR,
        ("パスワードのあるPDF", "encrypted PDF"),
        (
            "パスワードで保護されているため読めません。パスワードを外して保存し直したPDFを指定してください。",
            "It is protected by a password and cannot be read. Save it without the password.",
        ),
    ),
    "K501": code(
        Severity.ERROR,
        ("壊れているPDF", "damaged PDF"),
        (
            "PDFとして読めません。途中で切れていないか確かめ、もう一度手に入れるか、保存し直してください。",
            "It cannot be read as a PDF. Check that it is whole; get it again, or save it again.",
        ),
    ),
    "K502": code(
        Severity.ERROR,
        ("文字のないPDF", "scanned PDF"),
        (
            "ページの画像だけがあり、文字がありません。ほかのソフトで文字認識(OCR)をしてから指定してください。",
            "It holds pictures of pages and no text. Have another program recognise the text (OCR) first.",
        ),
    ),
    "K503": code(
        Severity.ERROR,
        ("空の文書", "empty document"),
        (
            "文字が一つもありません。別のファイルを選んでいないか確かめてください。",
            "There is not one letter in it. Check that it is the right file.",
        ),
    ),
    "K504": code(
        Severity.ERROR,
        ("Wordの文書ではない", "not a Word document"),
        (
            "{found}。Wordで開き、パスワードを付けずに「Word文書(*.docx)」として保存し直してください。",
            "{found}. Open it in Word and save it as a Word document (*.docx), without a password.",
        ),
    ),
    "K505": code(
        Severity.ERROR,
        ("壊れているか危険なWordの文書", "damaged or hostile Word document"),
        (
            "{reason}。もう一度手に入れるか、Wordで開いて保存し直してください。",
            "{reason}. Get it again, or open it in Word and save it again.",
        ),
    ),
    "K506": code(
        Severity.ERROR,
        ("読めない文字コード", "encoding that is not read"),
        (
            "{found}。読めるのはUTF-8、UTF-16(BOM付き)、CP932(Windows-31J)、EUC-JPです。UTF-8で保存し直してください。",
            "{found}. UTF-8, UTF-16 with a byte order mark, CP932 (Windows-31J) and EUC-JP are read. Save it again as UTF-8.",
        ),
    ),
    "K507": code(
        Severity.ERROR,
        ("読めない種類のファイル", "kind of file that is not read"),
        (
            "{found}。読めるのはPDF、Word(.docx)、HTML、Markdown、テキストの文書です。そのどれかで保存し直してください。",
            "{found}. PDF, Word (.docx), HTML, Markdown and text are read. Save it as one of these.",
        ),
    ),
    "K509": code(
        Severity.ERROR,
        ("通常のファイルではない", "not an ordinary file"),
        (
            "「{name}」は通常のファイルではありません。文書をファイルに保存し、それを指定してください。",
            '"{name}" is not an ordinary file. Save the document to a file, and name that.',
        ),
    ),
}
