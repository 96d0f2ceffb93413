"""How fast is a document read: a text by its size, a PDF against what PDFium alone needs for its letters, boxes and shapes?

    python bench/read_document.py [--pdf FILE...] [--text FILE...] [--pages N] [--megabytes N] [--pairs N]

A text is repeated up to its size, categories and fields under other names in each copy, so that no copy is the same, and read into the values of
a standard; every copy must give as many cells and skill items as the first. PDFs: whole processes, user and system seconds of each child, in turn; the memory is the most that a child held (Linux only). The last line is a document of N pages, which repeats those of
all files. Ends with 1 where the target is missed. How to read the table: bench/README.md.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import pikepdf

from kijun.documents.assemble import Assembled
from kijun.documents.read import Asked, read_documents
from measure import ratio, verdict

AT_MOST = 6
AT_LEAST = 1.0
_DAY = date(2026, 1, 1)
_TEXT = """
import sys
from datetime import date
from pathlib import Path
from kijun.documents.read import Asked, read_documents
asked = Asked(files=(Path(sys.argv[1]),), edition="bench/v1", is_shipped=False)
read_documents(asked, {}, date(2026, 1, 1))
"""
_MEMORY = """
status = Path("/proc/self/status")
print(next((line.split()[1] for line in status.open() if line.startswith("VmHWM")), 0) if status.exists() else 0)
"""
_READ = """
import sys
from pathlib import Path
from kijun.documents.readers.pdf.document import open_pdf
for page in open_pdf(Path(sys.argv[1])).pages():
    pass
"""
_YARDSTICK = """
import sys
from ctypes import byref, c_double
from pathlib import Path
import pypdfium2
from pypdfium2 import raw
document = pypdfium2.PdfDocument(sys.argv[1])
box = [byref(c_double()) for _ in range(4)]
for page in document:
    text = page.get_textpage()
    text.get_text_range()
    for index in range(text.count_chars()):
        raw.FPDFText_GetCharBox(text, index, *box)
    for drawn in page.get_objects():
        drawn.get_bounds()
    text.close()
    page.close()
"""


def main() -> int:
    """Print the table and return the exit code."""
    parser = ArgumentParser(description="Measure how fast documents are read.")
    parser.add_argument("--pdf", nargs="+", type=Path, default=[], metavar="FILE", help="the PDFs that are read")
    parser.add_argument("--text", nargs="+", type=Path, default=[], metavar="FILE", help="the texts that are read")
    parser.add_argument("--megabytes", type=float, default=1, help="the size of a long text (default: 1)")
    parser.add_argument("--pages", type=int, default=200, help="pages of the long document (default: 200)")
    parser.add_argument("--pairs", type=int, default=9, help="rounds in turn; odd (default: 9)")
    asked = parser.parse_args()
    if not (asked.pdf or asked.text):
        parser.error("name at least one file with --pdf or --text")
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, pypdfium2 {version('pypdfium2')},"
        f" pairs {asked.pairs}; medians of CPU time of whole processes"
    )
    with tempfile.TemporaryDirectory() as folder:
        pdfs = [*asked.pdf]
        if pdfs:
            pdfs.append(_repeated(asked.pdf, asked.pages, Path(folder) / f"{asked.pages}-pages.pdf"))
        are_reached = [_run(path, asked.pairs) for path in pdfs]
        for number, path in enumerate(asked.text, start=1):
            are_reached.append(_run_text(path, Path(folder) / f"{number}.txt", asked.megabytes, asked.pairs))
    return 0 if all(are_reached) else 1


def _repeated(paths: list[Path], pages: int, path: Path) -> Path:
    with pikepdf.new() as document:
        while len(document.pages) < pages:
            for each in paths:
                with pikepdf.open(each) as source:
                    document.pages.extend(list(source.pages)[: pages - len(document.pages)])
        document.save(path)
    return path


def _run(path: Path, pairs: int) -> bool:
    rounds: dict[str, list[float]] = {"read": [], "yardstick": []}
    most = {"read": 0, "yardstick": 0}
    for number in range(pairs + 1):
        scripts = {"read": _READ, "yardstick": _YARDSTICK}
        for name in scripts if number % 2 else reversed(scripts):
            seconds, memory = _child(scripts[name], path)
            most[name] = max(most[name], memory)
            if number:  # the first pair warms the caches
                rounds[name].append(seconds)
    found = ratio("read", "yardstick", rounds)
    print(
        f"{path.name:42} read {median(rounds['read']) * 1000:6.0f} ms, yardstick {median(rounds['yardstick']) * 1000:6.0f} ms,"
        f" ratio {found:5.2f}   at most {AT_MOST}: {verdict(is_reached=found <= AT_MOST)}"
        f"   most memory {most['read'] // 1024} MB, yardstick {most['yardstick'] // 1024} MB"
    )
    return found <= AT_MOST


def _run_text(path: Path, long: Path, megabytes: float, pairs: int) -> bool:
    copies = _lengthened(path, long, int(megabytes * 1_000_000))
    size = long.stat().st_size / 1_000_000
    wanted = copies * _held(_read(path))
    found = _held(_read(long))
    if found != wanted:
        raise SystemExit(f"{path}: {copies} copies hold {found} cells and skill items, {wanted} were expected")
    inside, whole, most = [], [], 0
    for _ in range(pairs):
        start = time.process_time()
        _read(long)
        inside.append(time.process_time() - start)
        seconds, memory = _child(_TEXT, long)
        whole.append(seconds)
        most = max(most, memory)
    speed = size / median(inside)
    print(
        f"{path.name[:42]:42} {size:.1f} MB, {found} cells and items: {speed:5.2f} MB/s in a process, whole process"
        f" {median(whole) * 1000:6.0f} ms, {size / median(whole):5.2f} MB/s   at least {AT_LEAST}:"
        f" {verdict(is_reached=speed >= AT_LEAST)}   most memory {most // 1024} MB"
    )
    return speed >= AT_LEAST


def _read(path: Path) -> Assembled:
    found = read_documents(Asked(files=(path,), edition="bench/v1", is_shipped=False), {}, _DAY)
    if found is None:
        raise SystemExit(f"{path} holds nothing of a skill standard")
    return found


def _held(found: Assembled) -> int:
    """Return how many cells and skill items a draft holds."""
    keys = {"indicators": "cells", "skills": "items"}
    files: dict[str, Any] = {**found.files}
    return sum(len(plain[keys[head]]) for name, plain in files.items() if (head := name.split("/")[0]) in keys)


def _lengthened(path: Path, long: Path, size: int) -> int:
    """Write a text again and again, categories and fields under other names in each copy, and return how often."""
    text = path.read_text(encoding="utf-8")
    structure: Any = _read(path).files["structure.yaml"]
    named = [each for category in structure["categories"] for each in (category, *category["fields"])]
    names = {name for each in named for name in each["name"].values()}
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    copies = 0
    with long.open("w", encoding="utf-8") as file:
        while file.tell() < size:
            mark = chr(ord("A") + copies % 26) * (copies // 26 + 1)
            file.write(pattern.sub(lambda match: match.group() + mark, text) + "\n")  # noqa: B023  # used at once
            copies += 1
    return copies


def _child(script: str, path: Path) -> tuple[float, int]:
    """Return the CPU seconds and the most memory of a process. Raises SystemExit where it fails: a failure must not count."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", script + _MEMORY, str(path)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as child:
        said = child.stdout.read() if child.stdout else b""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{path}: the process ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, int(said)


if __name__ == "__main__":
    sys.exit(main())
