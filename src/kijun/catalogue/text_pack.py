"""How does a text pack come from the disk and onto it?

A pack is a folder: pack.yaml says whose wording it is, and wording/<category>.yaml holds the words of a category, path by path.
Its words are the reader's own and are written as they were printed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kijun.catalogue.text_pack_file import Expected, Head, read_head, read_wording
from kijun.catalogue.whole_file import write_whole
from kijun.framework.edition import Edition
from kijun.framework.wording import TextPack, Wording, worded_paths
from kijun.problem import Place, Problem
from kijun.problem.reading import describe

PACK: Final = "pack.yaml"
WORDING: Final = "wording"
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPack:
    """What a folder holds: the pack, as far as it can be shown, and every problem found, all of them warnings."""

    pack: TextPack | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedHead:
    """What the head of a pack says, or why it is none of the edition."""

    head: Head | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWording:
    """The words of one category, and why some of them are not shown."""

    wording: tuple[Wording, ...]
    problems: tuple[Problem, ...]


def load_text_pack(folder: Path, edition: Edition | None = None) -> LoadedPack:
    """Return the pack of a folder. With its edition, words at a path that the edition does not have are left out."""
    found = load_head(folder, edition)
    if found.head is None:
        return LoadedPack(pack=None, problems=found.problems)
    head, problems, wording = found.head, [*found.problems], {}
    for file in sorted((folder / WORDING).glob("*.yaml")):
        of_category = load_wording(folder, file.stem, head, edition)
        wording[file.stem] = of_category.wording
        problems += of_category.problems
    pack = TextPack(edition=head.edition, documents=head.documents, made=head.made, wording=wording)
    return LoadedPack(pack=pack, problems=tuple(problems))


def load_head(folder: Path, edition: Edition | None = None) -> LoadedHead:
    """Return what a pack says of itself; one of another edition than the one given is as good as none."""
    file = folder / PACK
    if not _is_there(file):
        return LoadedHead(head=None, problems=(describe("K520", Place(file=str(folder)), name=folder),))
    head, problems = read_head(file)
    if head is not None and edition is not None and head.edition != edition.id:
        wrong = describe("K522", Place(file=str(file)), found=head.edition, edition=edition.id)
        return LoadedHead(head=None, problems=(wrong,))
    return LoadedHead(head=head, problems=problems)


def load_wording(folder: Path, category: str, head: Head, edition: Edition | None = None) -> LoadedWording:
    """Return the words of one category of a pack; a category without a file has none."""
    file = folder / WORDING / f"{category}.yaml"
    if not _is_there(file):
        return LoadedWording(wording=(), problems=())
    expected = Expected(
        edition=head.edition,
        paths=None if edition is None else worded_paths(edition, category),
        documents=frozenset(document.id for document in head.documents),
    )
    wording, problems = read_wording(file, expected)
    return LoadedWording(wording=wording, problems=problems)


def _is_there(file: Path) -> bool:
    """Return whether there is a file; of one that cannot be looked at, reading says why."""
    try:
        return file.is_file()
    except OSError:
        return True


def save_text_pack(folder: Path, pack: TextPack) -> None:
    """Write a pack into a folder, each file whole; files of categories that the pack does not have are removed."""
    (folder / WORDING).mkdir(parents=True, exist_ok=True)
    for category, wording in pack.wording.items():
        write_whole(folder / WORDING / f"{category}.yaml", _wording_as_yaml(category, wording))
    for file in (folder / WORDING).glob("*.yaml"):
        if file.stem not in pack.wording:
            file.unlink()
    write_whole(folder / PACK, _head_as_yaml(pack))


def _head_as_yaml(pack: TextPack) -> str:
    listed = [
        f"  - {{id: {_quoted(each.id)}, file: {_quoted(each.file)}, digest: {_quoted(each.digest)}}}"
        for each in pack.documents
    ]
    head = [f"edition: {_quoted(pack.edition)}", "documents:" if listed else "documents: []"]
    return "\n".join([*head, *listed, f'made: "{pack.made.isoformat()}"', ""])


def _wording_as_yaml(category: str, wording: tuple[Wording, ...]) -> str:
    lines = [f"category: {_quoted(category)}", "wording:" if wording else "wording: []"]
    for each in wording:
        place = f"document: {_quoted(each.citation.document)}, line: {each.citation.line}"
        page = f", page: {_quoted(each.citation.page)}" if each.citation.page else ""
        lines.append(f"  - {{path: {_quoted(each.path)}, language: {each.language}, {place}{page},")
        lines.append(f"     words: {_quoted(each.words)}}}")
    return "\n".join([*lines, ""])


def _quoted(words: str) -> str:
    """Return words between quotation marks, so that they are read again as they stand, whatever they hold."""
    plain = json.dumps(_LONE_SURROGATE.sub("\ufffd", words), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda letter: f"\\u{ord(letter.group()):04x}", plain)
