"""What can be wrong with a company's own standard that changes another one?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

OVERLAY_CODES: Final[dict[str, Code]] = {
    "K300": code(
        Severity.ERROR,
        ("変更として読めない", "not a change"),
        (
            "set、drop、addのどれか一つを書きます。今は{found}です。set(とto)は値を変え、dropは取り除き、add(とvalue)は加えます。",
            "A change is one of set, drop and add; this one has {found}. set (with to) changes a value, drop removes something, add (with value) adds it.",
        ),
    ),
    "K301": code(
        Severity.ERROR,
        ("理由のない変更", "change without a reason"),
        (
            "「{what}」に理由がありません。なぜ変えるのかをreasonに書いてください。証明に表示します。",
            '"{what}" gives no reason. Say under reason why it is changed; proofs show it.',
        ),
    ),
    "K302": code(
        Severity.ERROR,
        ("もとの標準にないパス", "path that the parent does not have"),
        (
            "「{path}」の「{word}」は{parent}にありません。ここにあるもの: {known}。",
            '"{word}" of "{path}" does not exist in {parent}. Here there are: {known}.',
        ),
    ),
    "K303": code(
        Severity.ERROR,
        ("同じパスへの変更が二つ", "two changes of one path"),
        (
            "「{path}」は{line}行目でも変えています。どちらか一つにしてください。",
            '"{path}" is also changed at line {line}. Keep one of them.',
        ),
    ),
    "K304": code(
        Severity.ERROR,
        ("別の変更の中の変更", "change inside another change"),
        (
            "「{path}」は、{line}行目の変更({other})に含まれます。一つにまとめるか、一方を消してください。",
            '"{path}" lies inside what line {line} changes ({other}). Put them together, or remove one of them.',
        ),
    ),
    "K305": code(
        Severity.ERROR,
        ("すでにあるものの追加", "add of what exists"),
        (
            "「{path}」は{parent}にすでにあります。値を変えるならset、一覧に加えるなら加えるもののidまでパスに書いてください。",
            '"{path}" exists in {parent} already. To change it write set; to add to a list, end the path with the id of what is added.',
        ),
    ),
    "K306": code(
        Severity.ERROR,
        ("まとめては変えられない", "not changed as a whole"),
        (
            "「{path}」をまとめて変えることはできません。中のもの({known})を一つずつset、drop、addで変えてください。",
            '"{path}" is not changed as a whole. Change what is in it ({known}) by set, drop and add.',
        ),
    ),
    "K307": code(
        Severity.ERROR,
        ("もとの標準がない", "missing parent"),
        (
            "「{name}」という版はなく、{folder}から見たフォルダーでもありません。付属の版: {known}。",
            '"{name}" is neither an edition nor a standard\'s folder, seen from {folder}. Shipped editions: {known}.',
        ),
    ),
    "K308": code(
        Severity.ERROR,
        ("もとの標準の循環", "cycle of parents"),
        (
            "もとの標準をたどると自分に戻ります: {chain}。どれか一つのparentを変えてください。",
            "The parents lead back to where they began: {chain}. Give one of them another parent.",
        ),
    ),
    "K309": code(
        Severity.ERROR,
        ("もとの標準の誤り", "parent with problems"),
        (
            "もとの標準「{name}」に誤りが{count}件あります。先に直してください(kijun check {folder})。",
            'The parent "{name}" has problems: {count} in all. Correct them first (kijun check {folder}).',
        ),
    ),
    "K310": code(
        Severity.ERROR,
        ("使われている語の削除", "word that is still used"),
        (
            "「{word}」は{places}で使われているので取り除けません。先にそこから外すか、語を残してください。",
            '"{word}" cannot be dropped: it is used at {places}. Take it out there too, or keep the word.',
        ),
    ),
    "K311": code(
        Severity.ERROR,
        ("方針に必要なものがない", "what a policy needs is missing"),
        (
            "方針「{point}」の答え「{answer}」には{needs}が必要ですが、この標準にはありません。方針を変えるか、残してください。",
            'The answer "{answer}" to the policy "{point}" needs {needs}, which this standard does not have. Answer otherwise, or keep it.',
        ),
    ),
    "K312": code(
        Severity.ERROR,
        ("すでに使われているid", "id of another standard"),
        (
            "「{id}」は{whose}のidです。この標準には別のidを付けてください。",
            '"{id}" is the id of {whose}. Give this standard an id of its own.',
        ),
    ),
    "K313": code(
        Severity.ERROR,
        ("標準が二つあるフォルダー", "folder with two standards"),
        (
            "「{name}」にはoverlay.yamlとedition.yamlの両方があります。どちらか一方だけにしてください。",
            '"{name}" holds both overlay.yaml and edition.yaml. Keep one of them.',
        ),
    ),
}
