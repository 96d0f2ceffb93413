"""Which parts does a Word file consist of, and can they be unpacked without harm?

A megabyte can unpack to a thousand; what the file declares is checked before anything is unpacked, and no more than that comes out.
Pictures are never unpacked.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import normpath
from typing import Final

from lxml import etree

from kijun.documents.readers.refusal import Unreadable, refuse
from kijun.text import Text

_MEGABYTE: Final = 1_000_000
MOST_ENTRIES: Final = 10_000
MOST_UNPACKED: Final = 300 * _MEGABYTE
MOST_RATIO: Final = 200
_SMALL: Final = _MEGABYTE
"""What unpacks to no more than this harms nobody, however well it was packed."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WORD_NAMES: Final = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot")
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, MemoryError, SyntaxError),
)
"""What zipfile and lxml raise on a file that was not made by a word processor."""
_PASSWORD: Final = Text(ja="パスワードで保護されています", en="It is protected by a password")
_OLD: Final = Text(
    ja="古い形式(.doc)か、ほかのOffice文書です", en="This is the old format (.doc) or another Office document"
)
_ARCHIVE: Final = Text(
    ja="圧縮ファイルか、ほかの形式の文書です", en="This is an archive, or a document of another format"
)
_OTHERS: Final = (
    ("xl/", Text(ja="Excelのブックです", en="This is an Excel workbook")),
    ("ppt/", Text(ja="PowerPointのファイルです", en="This is a PowerPoint file")),
    ("content.xml", Text(ja="OpenDocumentの文書です", en="This is an OpenDocument file")),
)
_BROKEN: Final = Text(ja="ファイルが壊れています", en="The file is damaged")
_DECLARES: Final = Text(
    ja="Wordの文書にはないはずの宣言(DTD)があります", en="It holds a declaration (DTD), which no Word document has"
)
_TOO_MANY: Final = Text(
    ja=f"中のファイルが{MOST_ENTRIES:,}個を超えています", en=f"It holds more than {MOST_ENTRIES:,} files"
)
_TOO_LARGE: Final = Text(
    ja=f"展開すると{MOST_UNPACKED // _MEGABYTE}MBを超えます",
    en=f"It unpacks to more than {MOST_UNPACKED // _MEGABYTE} MB",
)
_TOO_DENSE: Final = Text(
    ja=f"展開すると{MOST_RATIO}倍を超えて膨らむ部分があります",
    en=f"A part of it unpacks to more than {MOST_RATIO} times its size",
)


class Archive:
    """The parts of a Word file, once they are known to be harmless."""

    def __init__(self, container: zipfile.ZipFile, path: Path) -> None:
        self._container = container
        self._path = path
        self._names = set(container.namelist())
        self.main = self._main()

    def _main(self) -> str:
        """Return the name of the part that holds the document."""
        targets = [target for kind, target in self.relations("") if kind == "officeDocument"]
        name = next((target for target in targets if target in self._names), "word/document.xml")
        if name in self._names and not name.startswith(("xl/", "ppt/")):
            return name
        found = next((said for begin, said in _OTHERS if any(each.startswith(begin) for each in self._names)), _ARCHIVE)
        raise _another(self._path, found)

    def relations(self, name: str) -> list[tuple[str, str]]:
        """Return the parts that a part names, each with what it is to it; "" is the whole file."""
        folder, _, file = name.rpartition("/")
        root = self.tree(f"{folder}/_rels/{file}.rels".removeprefix("/"))
        found = []
        for each in root.iter(_RELATIONS) if root is not None else ():
            kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
            if each.get("TargetMode") != "External":
                inside = target if target.startswith("/") else f"{folder}/{target}"
                found.append((kind, normpath(inside).lstrip("/")))
        return found

    def related(self, kind: str) -> list[etree._Element]:
        """Return the parts of one kind that the document names, each once, in the order of their names."""
        names = sorted({target for each, target in self.relations(self.main) if each == kind})
        return [root for root in map(self.tree, names) if root is not None]

    def tree(self, name: str) -> etree._Element | None:
        """Return a small part, or None where the file lacks it."""
        if name not in self._names:
            return None
        with self._container.open(name) as part:
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
            )
            root = etree.parse(part, parser).getroot()
        self._check_declared(root)
        return root

    def blocks(self) -> Iterator[etree._Element]:
        """Return the children of the document's body one after the other; each is forgotten once it is read."""
        with self._container.open(self.main) as part:
            depth = 0
            for event, element in etree.iterparse(
                part, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
                remove_comments=True, remove_pis=True,
            ):  # fmt: skip
                if event == "start":
                    if depth == 0:
                        self._check_declared(element)
                    depth += 1
                    continue
                depth -= 1
                if depth == 2:  # noqa: PLR2004  # below the document and its body
                    yield element
                    element.clear()
                    while (read := element.getprevious()) is not None:
                        read.getparent().remove(read)

    def _check_declared(self, root: etree._Element) -> None:
        if root.getroottree().docinfo.internalDTD is not None:
            raise refuse("K505", self._path, reason=_DECLARES)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a Word file. Raises Unreadable for one that is none, or is damaged or hostile, while it is read as well."""
    try:
        with path.open("rb") as file:
            if file.read(len(_OLE)) == _OLE:
                raise _another(path, _PASSWORD if _ENCRYPTED in file.read() else _OLD)
        with zipfile.ZipFile(path) as container:
            _check(container.infolist(), path)
            yield Archive(container, path)
    except _DAMAGED as error:
        raise refuse("K505", path, reason=_BROKEN) from error


def _check(entries: list[zipfile.ZipInfo], path: Path) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise refuse("K504", path, found=_PASSWORD)
    if len(entries) > MOST_ENTRIES:
        raise refuse("K505", path, reason=_TOO_MANY)
    if any(entry.file_size > max(_SMALL, entry.compress_size * MOST_RATIO) for entry in entries):
        raise refuse("K505", path, reason=_TOO_DENSE)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise refuse("K505", path, reason=_TOO_LARGE)


def _another(path: Path, found: Text) -> Unreadable:
    """Return the refusal of a file that is no Word document, whether its name says that it is one or not."""
    return refuse("K504" if path.suffix.lower() in _WORD_NAMES else "K507", path, found=found)
