"""`kijun report`: the skill passport of a record, as a PDF or a page."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, Final

import typer

import kijun
from kijun.catalogue.installed import find_edition
from kijun.catalogue.official_text import OfficialText
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.cli.clock import today
from kijun.cli.extras import refuse_without
from kijun.cli.judged import read_asked
from kijun.cli.language import Speaker, say
from kijun.cli.options import Day, Editions, Policies, RecordFile
from kijun.cli.output import show_message, show_problems, write_plain
from kijun.cli.question import Asked
from kijun.cli.written_file import refuse_unwritable, write_file
from kijun.errors import BadInput
from kijun.framework.edition import Edition
from kijun.problem import Severity
from kijun.report.again import Given, written_again
from kijun.report.assemble import Stamp, Wanted, assemble
from kijun.report.digest import lineage_digests, record_digest
from kijun.report.mask import Masks, masks_of
from kijun.report.passport import Passport
from kijun.text import LANGUAGES, Language, Text

_PDF, _PAGES = ".pdf", (".html", ".htm")
_LIBRARIES: Final = ("fontTools", "jinja2", "typst")
_MOST_LETTERS: Final = 10


class Languages(str, Enum):
    """In which languages the report is written."""

    ja = "ja"
    en = "en"
    both = "both"


Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("書き出すファイル(.pdfまたは.html)", "The file to write: .pdf or .html."),
    ),
]
InLanguages = Annotated[
    Languages | None,
    typer.Option(
        "--languages",
        help=say("報告書の言語(既定は表示の言語)", "The languages of the report; that of the run if not given."),
    ),
]
TargetField = Annotated[
    str | None,
    typer.Option(
        "--field",
        metavar="FIELD",
        help=say(
            "スキルと次のセルを見る専門分野(既定は最も高いレベルの分野)",
            "The field whose skills and next cell are shown; the one with the highest level if not given.",
        ),
    ),
]
TargetLevel = Annotated[
    str | None,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help=say("その目標のレベル(既定は次のセル)", "Its target level; that of the next cell if not given."),
    ),
]
Masked = Annotated[
    list[str] | None,
    typer.Option(
        "--mask",
        metavar="ID[:FACTS]",
        help=say(
            "案件の事実を伏せる: 案件のid、番号またはall。伏せる事実(title,customers,amounts,sites,conditions)を"
            "コロンの後に書ける。繰り返せる",
            "Keep facts of an engagement back: its id, its number or all, with the facts after a colon if not every one of "
            "title,customers,amounts,sites,conditions. May be repeated.",
        ),
    ),
]
OnlyDigest = Annotated[
    bool,
    typer.Option(
        "--digest",
        help=say("報告書に載るSHA-256だけを表示する", "Show only the SHA-256 that the report prints."),
    ),
]

WithWording = Annotated[
    bool,
    typer.Option(
        "--wording",
        help=say(
            "到達したセルと次のセルの原文を載せる(原文パックが要る)",
            "Quote the official wording of the cells reached and the next one; needs a text pack.",
        ),
    ),
]


def report(
    record: RecordFile,
    output: Output = None,
    languages: InLanguages = None,
    edition: Editions = None,
    on: Day = None,
    policy: Policies = None,
    field: TargetField = None,
    level: TargetLevel = None,
    mask: Masked = None,
    wording: WithWording = False,
    digest: OnlyDigest = False,
) -> None:
    kind = None if digest and output is None else _kind(output)
    if output is not None:
        refuse_without(_LIBRARIES, "report", Text(ja="報告書を作る", en="The report"))
        refuse_unwritable(output, is_overwritten=True)
    found = read_asked(record, editions=edition, policies=policy, assumed=None, on=on, now=today())
    asked, person, wanted_day, overrides = found.asked, found.what_if.person, found.on, found.policies
    masks = masks_of(person, mask or [])
    tree = _tree(record)
    if digest:
        _show_digests(tree, masks, asked, edition or [])
    if output is None:
        return
    spoken = _languages(languages)
    given = Given(
        kind=kind or _PDF,
        languages=spoken,
        editions=[each.id for each in asked.editions] if edition else [],
        on=wanted_day,
        policies=overrides,
        field=field,
        level=level,
        has_wording=wording,
    )
    stamp = Stamp(
        record=record_digest(tree.root, masks),
        editions=_digests(asked, edition or []),
        command=written_again(given, person, masks),
        version=kijun.__version__,
    )
    wanted = Wanted(on=wanted_day, policy=overrides, specialty=field, level=level, masks=masks)
    official = _official(asked, edition or []) if wording else {}
    passport = assemble(asked.editions, person, wanted, stamp, official)
    show_problems([problem for each in official.values() for problem in each.problems])
    _refuse_unknown_letters(passport, tree, is_pdf=kind == _PDF)
    _write(output, passport, spoken, is_pdf=kind == _PDF)
    show_message(say(f"{output}を書き出しました。", f"Wrote {output}."))
    _say_masks(passport)


report.__doc__ = say(
    """経歴と判定を、面談に持っていけるスキルパスポートにする(A4のPDF、または1つのHTMLファイル)。

    例:

      kijun report me.yaml -o passport.pdf

      kijun report me.yaml -o passport.html --languages both --on 2026-04-01

      kijun report me.yaml -o passport.pdf --field hardware --level 6 --mask all:customers,amounts,sites

      kijun report me.yaml -o passport.html --wording

      kijun report me.yaml --digest

    同じ経歴、同じ標準、同じ指定からは、一字も違わない同じファイルができる。
    """,
    """Make a skill passport of a record and its judgement, to take to an interview: a PDF (A4) or one HTML file.

    Examples:

      kijun report me.yaml -o passport.pdf

      kijun report me.yaml -o passport.html --languages both --on 2026-04-01

      kijun report me.yaml -o passport.pdf --field hardware --level 6 --mask all:customers,amounts,sites

      kijun report me.yaml -o passport.html --wording

      kijun report me.yaml --digest

    The same record, standard and options give the same file to the last byte.
    """,
)


def _kind(output: Path | None) -> str:
    """Return whether a PDF or a page is asked for, by the ending of the file. Raises BadInput for another one."""
    if output is None:
        raise BadInput(
            Text(
                ja="書き出すファイルを-oで指定してください(例: -o passport.pdf、-o passport.html)。",
                en="Name the file to write with -o, such as -o passport.pdf or -o passport.html.",
            )
        )
    ending = output.suffix.lower()
    if ending != _PDF and ending not in _PAGES:
        raise BadInput(
            Text(
                ja=f"「{output.name}」の形がわかりません。.pdfか.htmlで終わる名前にしてください。",
                en=f'"{output.name}" names no form that can be written. End it with .pdf or .html.',
            )
        )
    return _PDF if ending == _PDF else ".html"


def _languages(asked: Languages | None) -> list[Language]:
    """Return the languages in the order of the report: that of the run first."""
    own = Speaker.language
    if asked is Languages.both:
        return [own, *(each for each in LANGUAGES if each != own)]
    return [each for each in LANGUAGES if asked is not None and each == asked.value] or [own]


def _tree(record: Path) -> Tree:
    text = read_text(record)
    tree = parse_tree(text, str(record)) if isinstance(text, str) else []
    assert isinstance(tree, Tree), "the record was read before"
    return tree


def _digests(asked: Asked, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the digests of every edition that is judged in, and of those it was tailored from."""
    return {edition.id: lineage_digests(edition.id, folder) for edition, folder in _with_folders(asked, names)}


def _with_folders(asked: Asked, names: Sequence[str]) -> list[tuple[Edition, Path]]:
    """Return every edition that is judged in with its folder."""
    folders = [find_edition(name).folder for name in dict.fromkeys(names)]
    found = folders or [find_edition(edition.id).folder for edition in asked.editions]
    return list(zip(asked.editions, found, strict=True))


def _official(asked: Asked, names: Sequence[str]) -> dict[str, OfficialText]:
    """Return the text packs by edition. Raises BadInput where none of the editions has one."""
    packs = {edition.id: OfficialText(edition, folder) for edition, folder in _with_folders(asked, names)}
    found = {name: pack for name, pack in packs.items() if pack.folder is not None}
    if not found:
        listed = ", ".join(packs)
        raise BadInput(
            Text(
                ja=f"{listed}の原文パックが入っていません。`kijun standard text DIR`で入れるか、--wordingを外してください。",
                en=f"No text pack of {listed} is installed. `kijun standard text DIR` installs one; or leave out --wording.",
            )
        )
    return found


def _show_digests(tree: Tree, masks: Masks, asked: Asked, names: Sequence[str]) -> None:
    lines = {"record": record_digest(tree.root, masks)}
    for found in _digests(asked, names).values():
        lines |= found
    write_plain("\n".join(f"{digest}  {name}" for name, digest in lines.items()))


def _refuse_unknown_letters(passport: Passport, tree: Tree, *, is_pdf: bool) -> None:
    from kijun.report.unknown_letters import letter_problems  # noqa: PLC0415  # the fonts are read only where something is drawn

    problems = letter_problems(passport, tree, is_pdf=is_pdf)
    errors = [each for each in problems if each.severity is Severity.ERROR]
    if errors:
        count = len(errors)
        raise BadInput(
            Text(
                ja=f"PDFにできない文字が{count}つあります。"
                + ("--wordingを外すと、原文は載りません。" if passport.wording else ""),
                en=f"{count} {'letter' if count == 1 else 'letters'} cannot be shown in the PDF."
                + (" Without --wording the official words are left out." if passport.wording else ""),
            ),
            problems=problems,
        )
    show_problems(problems[:_MOST_LETTERS])


def _write(output: Path, passport: Passport, languages: Sequence[Language], *, is_pdf: bool) -> None:
    if is_pdf:
        from kijun.report.pdf import render_pdf  # noqa: PLC0415  # an extra

        write_file(output, render_pdf(passport, languages))
    else:
        from kijun.report.html import render_html  # noqa: PLC0415  # an extra

        write_file(output, render_html(passport, languages))


def _say_masks(passport: Passport) -> None:
    for each in passport.masked:
        show_message(say(f"  伏せたもの: {each.ja}", f"  masked: {each.en}"))


COMMAND = report
