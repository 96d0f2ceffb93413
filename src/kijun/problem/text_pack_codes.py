"""What can be wrong with a text pack? All of it is a warning: the official wording is shown beside the standard, never needed."""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

TEXT_PACK_CODES: Final[dict[str, Code]] = {
    "K520": code(
        Severity.WARNING,
        ("原文パックではないフォルダー", "not a text pack"),
        (
            "「{name}」にはpack.yamlがないため、原文パックではありません。kijun readが書き出すtext-packフォルダーを指定してください。",
            '"{name}" has no pack.yaml, so it is not a text pack. Name the folder text-pack that `kijun read` writes.',
        ),
    ),
    "K521": code(
        Severity.WARNING,
        ("原文パックの読めない箇所", "damaged place of a text pack"),
        (
            "ここにある原文は示しません({title})。{detail}または、kijun readで作り直してください。",
            "What stands here is not shown: {title}. {detail} Or make the pack again with `kijun read`.",
        ),
    ),
    "K522": code(
        Severity.WARNING,
        ("別の版の原文パック", "text pack of another edition"),
        (
            "原文パックは{found}のものなので、{edition}には示しません。{edition}の文書から作った原文パックを入れてください。",
            "The pack belongs to {found}, so it is not shown with {edition}. Install one that was made from the documents of {edition}.",
        ),
    ),
    "K523": code(
        Severity.WARNING,
        ("版にないパスの原文", "wording of a path that the edition does not have"),
        (
            "「{path}」は{edition}の{category}にないため、この原文は示しません。kijun readで作り直すか、パスを直してください。",
            '"{path}" does not exist in {category} of {edition}, so this wording is not shown. Make the pack again with `kijun read`, or correct the path.',
        ),
    ),
    "K524": code(
        Severity.WARNING,
        ("長すぎる原文", "wording too long"),
        (
            "「{path}」の原文は{length}字あるため示しません。1か所の原文は{most}字までです。文書のまとまりを読み違えていないか確かめてください。",
            'The wording of "{path}" has {length} letters and is not shown. One place has {most} at most. Look whether more than one place was read into it.',
        ),
    ),
    "K525": code(
        Severity.WARNING,
        ("原文の中の制御文字", "control character in a wording"),
        (
            "「{path}」の原文には、印刷されない文字({code})があるため示しません。その文字を消してください。",
            'The wording of "{path}" holds a character that is never printed ({code}), so it is not shown. Remove that character.',
        ),
    ),
    "K526": code(
        Severity.WARNING,
        ("一覧にない文書", "document that is not listed"),
        (
            "「{path}」の文書「{document}」がpack.yamlのdocumentsにないため、この原文は示しません。pack.yamlに加えてください。",
            'The document "{document}" of "{path}" is not among the documents of pack.yaml, so this wording is not shown. Add it there.',
        ),
    ),
}
