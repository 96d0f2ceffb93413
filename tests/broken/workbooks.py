"""How are the broken workbooks made?"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, Final

from tests.broken.expected import table
from tests.exchange.workbook.records import workbook

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEGABYTE: Final = 1_000_000
_SOUND: Final[Mapping[str, list[list[Any]]]] = {
    "Person": [["Employee id", "Name"], ["E-1", "A"]],
    "Engagements": [
        ["Engagement id", "Fields", "Activities", "Role", "From", "Outcome"],
        ["rollout", "Hardware", "Fault repair", "Leader", "2020-04-01", "succeeded"],
    ],
    "担当市場": [],
    **{each: [] for each in ("Equivalences", "Expertise", "Contributions", "Mentoring", "Qualifications", "Ratings")},
    **{each: [] for each in ("Knowledge item", "Confirmations")},
}


def archive(entries: Mapping[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of these entries."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packed) as container:
        for name, content in entries.items():
            container.writestr(name, content)
    return out.getvalue()


def sound() -> bytes:
    """Return a workbook without a problem."""
    return workbook(_SOUND)


def entries(data: bytes) -> dict[str, bytes]:
    """Return what an archive holds."""
    with zipfile.ZipFile(BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def _encrypted() -> bytes:
    """Return an archive whose entries say that they need a password."""
    data = bytearray(archive({"xl/workbook.xml": b"<workbook/>"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _mixed() -> bytes:
    """Return nine megabytes that pack to a ninetieth, so that no entry of them is suspicious by itself."""
    return (os.urandom(1_100) + b"\0" * 98_900) * 90


MAKERS: Final[Mapping[str, Callable[[], bytes]]] = {
    "an-empty-file": lambda: b"",
    "text-that-was-renamed": lambda: "社員番号,氏名\nE-1,A\n".encode("cp932"),
    "a-pdf": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "the-old-format": lambda: _OLE + bytes(4096),
    "a-picture": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a-text-document": lambda: archive({"word/document.xml": b"<document/>"}),
    "half-a-workbook": lambda: sound()[: len(sound()) // 2],
    "no-xml-inside": lambda: archive({**entries(sound()), "xl/workbook.xml": b"\0\1\2"}),
    "with-a-password": lambda: _OLE + bytes(1024) + "EncryptedPackage".encode("utf-16-le"),
    "an-encrypted-archive": _encrypted,
    "eleven-megabytes": lambda: archive({"xl/workbook.xml": os.urandom(11 * _MEGABYTE)}, zipfile.ZIP_STORED),
    "a-bomb": lambda: archive({**entries(sound()), "xl/sharedStrings.xml": bytes(20 * _MEGABYTE)}),
    "many-small-bombs": lambda: archive({**entries(sound()), **{f"xl/{n}.xml": _mixed() for n in range(6)}}),
    "many-files-inside": lambda: archive({**entries(sound()), **{f"xl/{n}.xml": b"" for n in range(201)}}),
    "one-long-text-in-many-cells": lambda: workbook({**_SOUND, "Person": [["x" * 30_000] * 10] * 20}),
    "a-far-off-row": lambda: workbook({**_SOUND, "Ratings": [*([[]] * 5_000), ["x"]]}),
    "a-far-off-column": lambda: workbook({**_SOUND, "Ratings": [[*([None] * 100), "x"]]}),
}


def make_workbook(name: str) -> bytes:
    """Return one of the workbooks of the table."""
    if name in MAKERS:
        return MAKERS[name]()
    sheets = {**_SOUND, **table()["workbooks"][name]["sheets"]}
    if "Market" in sheets:
        del sheets["担当市場"]
    return workbook({sheet: rows for sheet, rows in sheets.items() if rows is not None})
