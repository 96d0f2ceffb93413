"""Can these bytes be unpacked as a workbook without harm?

What a workbook declares is checked before anything is unpacked, and what comes out is counted while it does: a megabyte
can unpack to hundreds. What passed is packed again, plainly, so that whoever parses it sees nothing but that.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 10 * MEGABYTE
MOST_UNPACKED: Final = 50 * MEGABYTE
MOST_RATIO: Final = 100
MOST_ENTRIES: Final = 200
MOST_ROWS: Final = 5_000
"""Rows of one sheet, the heading among them."""
MOST_COLUMNS: Final = 100
_SMALL: Final = 4096
"""What unpacks to no more than this harms nobody, however well it was packed."""
_CHUNK: Final = 65_536
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, MemoryError),
)
"""What zipfile raises on a container that was not made by a packer."""


class Refused(Exception):
    """Why bytes are not read: a short reason, and the sheet where it is one sheet's."""

    def __init__(self, reason: str, sheet: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sheet = sheet


def kind_of(data: bytes) -> str:
    """Return what bytes are by how they begin: "zip", or why they are no workbook."""
    if not data:
        return "empty"
    if data.startswith(b"PK\x03\x04"):
        return "zip"
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in data else "old"
    if data.startswith(b"%PDF"):
        return "pdf"
    return "binary" if b"\0" in data[:_CHUNK] and data[:2] not in (b"\xff\xfe", b"\xfe\xff") else "text"


def repacked(data: bytes) -> bytes:
    """Return the workbook with only what was checked in it. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            entries = container.infolist()
            _check(entries)
            return _plain(container, entries)
    except _DAMAGED as error:
        raise Refused("damaged") from error


def _check(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if len(entries) > MOST_ENTRIES:
        raise Refused("entries")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused("unpacked")
    if any(entry.file_size > max(_SMALL, entry.compress_size * MOST_RATIO) for entry in entries):
        raise Refused("ratio")
    if len(names) < len(entries) or any(entry.compress_type not in _PACKED for entry in entries):
        raise Refused("damaged")
    if "xl/workbook.xml" not in names:
        raise Refused("other")


def _plain(container: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bytes:
    out, left = io.BytesIO(), MOST_UNPACKED
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as plain:
        for entry in entries:
            content = bytearray()
            with container.open(entry) as packed:
                while chunk := packed.read(_CHUNK):
                    content += chunk
                    left -= len(chunk)
                    if left < 0:
                        raise Refused("unpacked")
            plain.writestr(entry.filename, bytes(content))
    return out.getvalue()
