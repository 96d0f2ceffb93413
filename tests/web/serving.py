"""How does a test start the real application, as a user would?"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ANSWERS_WITHIN = 20.0


@dataclass(slots=True, kw_only=True)
class Served:
    """An application that runs: its address, its process, and the file to which it writes."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path
    started_in: float = 0.0

    @property
    def said(self) -> str:
        """What it wrote to its terminal."""
        return self.log.read_text(encoding="utf-8")

    @property
    def first_run(self) -> str:
        """The address that sets it up, which it says once."""
        found = re.search(r"http://\S+/first-run/\S+", self.said)
        assert found, self.said
        return found[0]

    def processes(self) -> list[int]:
        """Return the processes of its group that run."""
        running = (each for each in Path("/proc").iterdir() if each.name.isdigit())
        return [int(each.name) for each in running if _group_of(each) == self.process.pid]


def _group_of(process: Path) -> int | None:
    try:
        state, _parent, group = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
    except (OSError, ValueError):
        return None
    return int(group) if state != "Z" else None


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a user's terminal, without what the tests' own Django was told."""
    own = ("KIJUN_DATA", "KIJUN_DATABASE", "KIJUN_DEMO", "DJANGO_SETTINGS_MODULE", "KIJUN_HOSTS")
    return {name: value for name, value in os.environ.items() if name not in own} | {"KIJUN_LANG": "en"} | more


@contextmanager
def serve(folder: Path, *arguments: str, **more: str) -> Iterator[Served]:
    """Start `kijun serve` with arguments, wait until it answers, and stop it afterwards."""
    served = start(folder, arguments, **more)
    try:
        yield served
    finally:
        stop(served)


def start(folder: Path, arguments: Sequence[str], **more: str) -> Served:
    """Start the application and return it when it answers."""
    port = free_port()
    log = folder / f"serve-{port}.log"
    command = [sys.executable, "-c", "from kijun.cli.main import run; run()", "serve", "--port", str(port), *arguments]
    begun = time.monotonic()
    with log.open("wb") as written:
        process = subprocess.Popen(
            command,
            stdout=written,
            stderr=subprocess.STDOUT,
            env=environment(**more),
            cwd=folder,
            start_new_session=True,
        )
    served = Served(address=f"http://127.0.0.1:{port}", process=process, log=log)
    while not answers(served.address):
        assert process.poll() is None, served.said
        assert time.monotonic() - begun < 3 * ANSWERS_WITHIN, served.said
        time.sleep(0.05)
    served.started_in = time.monotonic() - begun
    return served


def answers(address: str) -> bool:
    """Return whether somebody answers at an address, whatever it is."""
    try:
        with urllib.request.urlopen(f"{address}/accounts/login/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except (OSError, urllib.error.URLError):
        return False


def stop(served: Served) -> None:
    """Stop it as Ctrl-C does; what does not stop is killed."""
    if served.process.poll() is None:
        served.process.send_signal(signal.SIGINT)
        try:
            served.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            kill(served)


def kill(served: Served) -> None:
    """Kill all of it at once, as a power cut would."""
    os.killpg(served.process.pid, signal.SIGKILL)
    served.process.wait()
