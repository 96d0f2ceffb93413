"""`kijun standard text`: which text packs are installed, and how does one come in or go?"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from kijun.catalogue.edition_files import TEXT_PACK
from kijun.catalogue.installed import open_edition
from kijun.catalogue.official_text import install, installed_at, installed_packs, packs_home, remove
from kijun.catalogue.shipped import shipped_folders
from kijun.catalogue.text_pack import PACK, load_head, load_text_pack
from kijun.cli.language import say
from kijun.cli.output import show_message, show_problems
from kijun.errors import BadInput, NotFound
from kijun.framework.wording import TextPack
from kijun.problem import Problem
from kijun.problem.reading import nearest
from kijun.text import Text

HELP = say(
    """原文パックを入れる。公式の文言を、kijun show、報告書、ライブラリに示せるようになる。

    例:

      kijun standard text draft/text-pack

      kijun standard text --list

      kijun standard text --remove itss/v3-2011

    原文パックはkijun readが手元の文書から書き出す。入れる場所は$KIJUN_TEXT_PACKSで変えられる。
    """,
    """Install a text pack, so that `kijun show`, the report and the library can show the official wording.

    Examples:

      kijun standard text draft/text-pack

      kijun standard text --list

      kijun standard text --remove itss/v3-2011

    A text pack is written by `kijun read` from a document of your own. $KIJUN_TEXT_PACKS names another place for them.
    """,
)
_SHOWN_PROBLEMS = 10


def text(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help=say("原文パックのフォルダー", "The folder of a text pack.")),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help=say("入っている原文パックを示す", "Show the text packs that are installed."))
    ] = False,
    removed: Annotated[
        str | None,
        typer.Option("--remove", metavar="EDITION", help=say("版の原文パックを消す", "Remove that of an edition.")),
    ] = None,
) -> None:
    """Install, list or remove text packs, one of them at a time."""
    if sum((folder is not None, list_, removed is not None)) != 1:
        raise BadInput(
            Text(
                ja="DIR、--list、--remove EDITIONのどれか一つを指定してください。",
                en="Give one of DIR, --list and --remove EDITION.",
            )
        )
    if folder is not None:
        _install(folder)
    elif removed is not None:
        _remove(removed)
    else:
        _list()


def _install(folder: Path) -> None:
    pack, problems = _read(folder)
    place = installed_at(pack.edition)
    count = sum(map(len, pack.wording.values()))
    if place is None or not count:
        words = (
            Text(
                ja="原文パックを入れる場所がありません。KIJUN_TEXT_PACKSにフォルダーを指定してください。",
                en="There is no place for text packs. Name a folder in KIJUN_TEXT_PACKS.",
            )
            if place is None
            else Text(
                ja=f"「{folder}」には、{pack.edition}に示せる原文が一つもありません。",
                en=f'"{folder}" has no wording that could be shown with {pack.edition}.',
            )
        )
        raise BadInput(words, problems=problems[:_SHOWN_PROBLEMS])
    try:
        install(pack, place)
    except OSError as error:
        raise BadInput(
            Text(
                ja=f"「{place}」に書き込めません({error.strerror})。KIJUN_TEXT_PACKSで別の場所を指定してください。",
                en=f'"{place}" cannot be written to ({error.strerror}). Name another place in KIJUN_TEXT_PACKS.',
            )
        ) from error
    show_problems(problems[:_SHOWN_PROBLEMS])
    first = next(f"{pack.edition}/{category}" for category, wording in pack.wording.items() if wording)
    left = len(problems)
    show_message(
        say(
            f"{pack.edition}の原文{count}件を入れました。"
            + (f"示せないため入れなかったもの: {left}件。" if left else ""),
            f"Installed {count} {'wording' if count == 1 else 'wordings'} of {pack.edition}."
            + (f" {left} could not be shown and {'was' if left == 1 else 'were'} left out." if left else ""),
        )
    )
    show_message(
        say(
            f"次に: `kijun show {first}`、`kijun report RECORD --wording -o passport.html`",
            f"Next: `kijun show {first}`, `kijun report RECORD --wording -o passport.html`",
        )
    )


def _read(folder: Path) -> tuple[TextPack, Sequence[Problem]]:
    """Return the pack of a folder, or of the draft of a standard. Raises BadInput for what is none of a shipped edition."""
    place = _place(folder)
    head = load_head(place)
    if head.head is not None and head.head.edition not in shipped_folders():
        identity = head.head.edition
        raise BadInput(
            Text(
                ja=f"「{identity}」は付属の版ではありません。自分の標準の原文パックは、その標準のフォルダーの{TEXT_PACK}に置きます。",
                en=f'"{identity}" is not an edition that ships with kijun. The pack of a standard of your own lies in the folder {TEXT_PACK} of that standard.',
            )
        )
    loaded = load_text_pack(place, open_edition(head.head.edition)) if head.head is not None else None
    if loaded is None or loaded.pack is None:
        raise BadInput(
            Text(ja=f"「{folder}」は原文パックとして読めません。", en=f'"{folder}" cannot be read as a text pack.'),
            problems=head.problems,
        )
    return loaded.pack, loaded.problems


def _place(folder: Path) -> Path:
    """Return the folder of a pack, which may lie inside the one that is named."""
    with suppress(OSError):
        if not (folder / PACK).is_file() and (folder / TEXT_PACK).is_dir():
            return folder / TEXT_PACK
    return folder


def _list() -> None:
    found = installed_packs()
    if not found:
        show_message(say("入っている原文パックはありません。", "No text pack is installed."))
        show_message(say(f"入れる場所: {packs_home()}", f"They are installed in {packs_home()}"))
    for identity, folder in found.items():
        loaded = load_head(folder)
        show_problems(loaded.problems)
        if loaded.head is not None:
            documents = ", ".join(f"{each.id} ({each.file})" for each in loaded.head.documents)
            made = loaded.head.made.isoformat()
            show_message(f"{identity}  {made}  {documents}")
            show_message(f"  {folder}")


def _remove(identity: str) -> None:
    found = installed_packs()
    if identity not in found:
        near = nearest(identity, found)
        known = ", ".join(found)
        raise NotFound(
            Text(
                ja=f"「{identity}」の原文パックは入っていません。"
                + (f"「{near}」のことでしょうか。" if near else f"入っているもの: {known}。" if known else ""),
                en=f'No text pack of "{identity}" is installed.'
                + (f' Did you mean "{near}"?' if near else f" Installed: {known}." if known else ""),
            ),
            suggestions=[near] if near else [*found],
        )
    try:
        remove(found[identity])
    except OSError as error:
        raise BadInput(
            Text(
                ja=f"「{found[identity]}」を消せません({error.strerror})。",
                en=f'"{found[identity]}" cannot be removed ({error.strerror}).',
            )
        ) from error
    show_message(say(f"{identity}の原文パックを消しました。", f"Removed the text pack of {identity}."))
