"""How fast is a document read, against what PDFium alone needs for the letters, their boxes and the shapes of the same file?

    python bench/read_document.py --pdf FILE... [--pages N] [--pairs N]

Whole processes, user and system seconds of each child, in turn; the memory is the most that a child held (Linux only). The last line is a document of N pages, which repeats those of
all files. Ends with 1 where the target is missed. How to read the table: bench/README.md.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

import pikepdf

from measure import ratio, verdict

AT_MOST = 6
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
    parser = ArgumentParser(description="Measure the reading of PDFs against PDFium alone.")
    parser.add_argument("--pdf", nargs="+", type=Path, required=True, metavar="FILE", help="the PDFs that are read")
    parser.add_argument("--pages", type=int, default=200, help="pages of the long document (default: 200)")
    parser.add_argument("--pairs", type=int, default=9, help="rounds in turn; odd (default: 9)")
    asked = parser.parse_args()
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, pypdfium2 {version('pypdfium2')},"
        f" pairs {asked.pairs}; medians of CPU time of whole processes"
    )
    with tempfile.TemporaryDirectory() as folder:
        long = _repeated(asked.pdf, asked.pages, Path(folder) / f"{asked.pages}-pages.pdf")
        are_reached = [_run(path, asked.pairs) for path in (*asked.pdf, long)]
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
