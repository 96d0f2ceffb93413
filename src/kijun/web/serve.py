"""How does the application come up?

`python -m kijun.web` with the options of `kijun serve`: the data folder is prepared, the database brought to this version (a copy
of an SQLite file is kept first), the demonstration founded where it is asked for, and then one server answers and one worker
does what is to be done beside.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from kijun.errors import KijunError
from kijun.text import Text

_THREADS: Final = 4
_INTERRUPTED: Final = 130
_WATCHED_EVERY: Final = 1.0
"""Seconds between two looks whether the process that started this one still lives."""


class CannotServe(KijunError):
    """Something stands in the way of starting; the words say what to do."""


def main(arguments: Sequence[str]) -> int:
    """Serve until stopped; return the exit code."""
    asked = _parse(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="kijun-demo-") as spare:
            data = Path(asked.data) if asked.data else Path(spare) / "data"
            return _serve(asked, data.absolute())
    except KeyboardInterrupt:
        return _INTERRUPTED
    except KijunError as error:
        print(_said(error.text), file=sys.stderr)  # noqa: T201  # this process has a terminal, and no page yet
        return 2


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kijun serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", default="")
    parser.add_argument("--demo", action="store_true")
    return parser.parse_args(arguments)


def _serve(asked: argparse.Namespace, data: Path) -> int:
    lock = _take(data)
    _refuse_taken_port(asked.host, asked.port)
    _tell_settings(asked, data)
    from kijun.web.preparing import prepare  # noqa: PLC0415  # the settings are read here

    opening = prepare(is_demo=asked.demo, is_kept=bool(asked.data or os.environ.get("KIJUN_DATABASE")))
    worker = _start_worker()
    try:
        _say_open(asked, opening)
        _answer(asked)
    finally:
        with suppress(OSError):
            worker.stdin.close()  # type: ignore[union-attr]  # it was started with a pipe
        worker.wait()
        lock.close()
    return 0


def _take(data: Path) -> IO[str]:
    """Take the data folder for this process alone."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (data / "serving").open("w", encoding="ascii")
    except OSError as error:
        raise CannotServe(
            Text(
                ja=f"{data}に書き込めません({error.strerror})。--dataで別のフォルダーを指定してください。",
                en=f"{data} cannot be written to ({error.strerror}). Name another folder with --data.",
            )
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise CannotServe(
            Text(
                ja=f"{data}は別のkijun serveが使っています。そちらを止めるか、--dataで別のフォルダーを指定してください。",
                en=f"Another kijun serve uses {data}. Stop it, or name another folder with --data.",
            )
        ) from error
    return lock


def _refuse_taken_port(host: str, port: int) -> None:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        raise CannotServe(
            Text(
                ja=f"{host}のポート{port}を開けません({error})。--portか--hostで別の値を指定してください。",
                en=f"Port {port} of {host} cannot be opened ({error}). Name another one with --port or --host.",
            )
        ) from error


def _tell_settings(asked: argparse.Namespace, data: Path) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kijun.web.settings"
    os.environ["KIJUN_DATA"] = str(data)
    if asked.demo:
        os.environ["KIJUN_DEMO"] = "1"
    hosts = ["localhost", "127.0.0.1", "[::1]", socket.gethostname(), asked.host]
    is_everywhere = asked.host in ("0.0.0.0", "::")  # noqa: S104  # somebody asked for it
    named = os.environ.get("KIJUN_HOSTS")
    if is_everywhere and not named and os.environ.get("KIJUN_MAIL"):
        # A letter names the address that its request was sent to, and that is for anybody to write.
        raise CannotServe(
            Text(
                ja="KIJUN_MAILでメールを送るときは、KIJUN_HOSTSに利用者が開く名前を書いてください(例: kijun.example.com)。",
                en="To send letters by KIJUN_MAIL, name in KIJUN_HOSTS what people open (for example kijun.example.com).",
            )
        )
    # The address that is said at the first start works whatever names a proxy is asked for.
    os.environ["KIJUN_HOSTS"] = ",".join([named, *hosts[:3]]) if named else "*" if is_everywhere else ",".join(hosts)


def _start_worker() -> subprocess.Popen[bytes]:
    """Start the worker; it ends when its standard input does, and that is when this process ends."""
    return subprocess.Popen([sys.executable, "-m", "kijun.web.background"], stdin=subprocess.PIPE)


def _say_open(asked: argparse.Namespace, opening: Text) -> None:
    shown = "127.0.0.1" if asked.host in ("0.0.0.0", "::") else asked.host  # noqa: S104  # as above
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{asked.port}"
    lines = _said(opening).replace("ADDRESS", address)
    print(lines, flush=True)  # noqa: T201  # where to go is for the one who started it


def _answer(asked: argparse.Namespace) -> None:
    from granian.constants import Interfaces  # noqa: PLC0415  # after the settings are known
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import MPServer  # noqa: PLC0415

    server = MPServer(
        "kijun.web.serve:loaded",
        address=asked.host,
        port=asked.port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=1,
        blocking_threads=_THREADS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    server.serve()


def loaded() -> object:
    """Return the application, in the process that answers; it does not outlive the one that started it."""
    from kijun.web.wsgi import application  # noqa: PLC0415  # in this process only

    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    return application


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCHED_EVERY)
    os._exit(1)


def _said(text: Text) -> str:
    return text.said_in("ja" if os.environ.get("KIJUN_LANG") == "ja" else "en")
