"""Which outputs and tables do the pages show, and are they current?

Run it to write them again: `python docs/generate.py` (or `make docs`). With --check nothing is written; what would change
is shown, and the exit code is 1.

In a page, a block marked `console` holds commands after `$ ` (further lines after `> `) and what they print. A command
that shows no output is only run, and must end well unless `echo $?` comes next. A block marked with a language and a file
name (`yaml me.yaml`) is a file that the commands of the page find in their folder; with `>>` before the name, it is added
to the end of that file. `kijun serve` is stopped as soon as it answers (served.py). The table between <!-- generated: name -->
and <!-- end --> is made by reference_pages. Each page runs in an empty folder of its own.
"""

# ruff: noqa: INP001  # a script and what it imports, no package

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reference_pages import REGIONS

ROOT = Path(__file__).resolve().parents[1]
MARK = "\x1e"
SERVED = ROOT / "docs" / "served.py"
_SERVE = "kijun serve"
_ADDED = ">> "
_FENCE = re.compile(r"^```(?P<info>.*)$")
_REGION = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_SECONDS = 120
_CRASHES = ("Traceback (most recent call last)", "command not found")


class BrokenPageError(Exception):
    """A page with a command that does not do what a page may show."""


@dataclass(slots=True, kw_only=True)
class Command:
    """A command of a console block, and the lines that the page shows after it."""

    words: str
    shown: list[str] = field(default_factory=list)
    is_code_shown: bool = False


@dataclass(slots=True, kw_only=True)
class Block:
    """A fenced block: what it is marked with, its lines, and the lines of the page before it."""

    before: list[str]
    info: str
    lines: list[str]


def pages() -> list[Path]:
    """Return every page that people read, sorted."""
    at_root = sorted(ROOT.glob("*.md"))
    return [*at_root, *sorted((ROOT / "docs").rglob("*.md"))]


def refreshed(page: Path) -> str:
    """Return the page as it should be: outputs and tables written again."""
    text = _REGION.sub(lambda found: f"{found[1]}\n{REGIONS[found['name']]()}\n{found[3]}", page.read_text("utf-8"))
    blocks, rest = _blocks(text)
    commands = [_commands(block) if block.info == "console" else [] for block in blocks]
    printed = iter(_run(blocks, commands))
    lines: list[str] = []
    for block, of_block in zip(blocks, commands, strict=True):
        body = [line for command in of_block for line in _shown(command, next(printed))] or block.lines
        lines += [*block.before, f"```{block.info}", *body, "```"]
    return "\n".join([*lines, *rest])


def _blocks(text: str) -> tuple[list[Block], list[str]]:
    blocks: list[Block] = []
    before: list[str] = []
    opened: Block | None = None
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        if opened is not None and fence:
            blocks.append(opened)
            opened = None
        elif opened is not None:
            opened.lines.append(line)
        elif fence:
            opened = Block(before=before, info=fence["info"], lines=[])
            before = []
        else:
            before.append(line)
    return blocks, before


def _commands(block: Block) -> list[Command]:
    commands: list[Command] = []
    for line in block.lines:
        if line.startswith("$ "):
            if line == "$ echo $?" and commands:
                commands[-1].is_code_shown = True
            commands.append(Command(words=line.removeprefix("$ ")))
        elif line.startswith("> ") and not commands[-1].shown:
            commands[-1].words += "\n" + line.removeprefix("> ")
        else:
            commands[-1].shown.append(line)
    return commands


def _shown(command: Command, printed: tuple[str, int]) -> list[str]:
    output, code = printed
    lines = [f"{'$' if number == 0 else '>'} {line}" for number, line in enumerate(command.words.split("\n"))]
    if any(sign in output for sign in _CRASHES):
        raise BrokenPageError(f"`{command.words}` breaks down:\n{output}")
    if command.shown:
        return [*lines, *(line.rstrip() for line in output.rstrip("\n").split("\n"))]
    if code and not command.is_code_shown:
        raise BrokenPageError(f"`{command.words}` ends with {code}, and the page shows no output of it:\n{output}")
    return lines


def _run(blocks: Sequence[Block], commands: Sequence[list[Command]]) -> list[tuple[str, int]]:
    """Return what each command of a page prints, and its exit code; all run in one shell, in one empty folder."""
    script = "\n".join(_script(blocks, commands))
    if not any(commands):
        return []
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603  # the commands of our own pages
            ["/bin/bash", "-c", script],
            cwd=folder,
            env=_environment(folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    pieces = done.stdout.decode("utf-8").split(MARK)
    return [(output, int(code)) for output, code in zip(pieces[0::2], pieces[1::2], strict=False)]


def _script(blocks: Sequence[Block], commands: Sequence[list[Command]]) -> Iterator[str]:
    """Yield the lines of one shell script; a mark and the exit code follow each command, which `$?` still finds."""
    for block, of_block in zip(blocks, commands, strict=True):
        _, _, named = block.info.partition(" ")
        file = named.removeprefix(_ADDED)
        if file:
            sign = ">>" if named.startswith(_ADDED) else ">"
            yield f"mkdir -p {shlex.quote(str(Path(file).parent))}"
            yield f"cat {sign} {shlex.quote(file)} <<'END_OF_FILE'\n" + "\n".join(block.lines) + "\nEND_OF_FILE"
        for command in of_block:
            yield f'{_runnable(command.words)}\n__code=$?; printf \'{MARK}%s{MARK}\' "$__code"; (exit "$__code")'


def _runnable(words: str) -> str:
    """Return a command that ends: serving does not by itself, but for its help."""
    is_serving = words.startswith(_SERVE) and "--help" not in words
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(SERVED))} {words}" if is_serving else words


def _environment(folder: str) -> dict[str, str]:
    binaries = Path(sys.executable).parent
    return {
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "HOME": folder,
        "LANG": "C.UTF-8",
    }


def main(arguments: Sequence[str]) -> int:
    """Write the pages that are named, or all of them, again; with --check, say what would change."""
    is_check = "--check" in arguments
    named = [Path(name).resolve() for name in arguments if name != "--check"]
    stale = 0
    for page in named or pages():
        name, text = str(page.relative_to(ROOT)), page.read_text("utf-8")
        try:
            fresh = refreshed(page)
        except BrokenPageError as error:
            sys.stderr.write(f"{name}: {error}\n")
            return 1
        if text == fresh:
            continue
        stale += 1
        if is_check:
            sys.stdout.writelines(difflib.unified_diff(text.splitlines(True), fresh.splitlines(True), name, "now"))
        else:
            page.write_text(fresh, "utf-8")
            sys.stdout.write(f"{name}\n")
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
