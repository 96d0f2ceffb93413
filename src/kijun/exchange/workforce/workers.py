"""How do several processes read the pieces, and what if one of them, or this one, is stopped?

A worker is told a piece, and says when it is read; what comes of it stands in the staging folder. It ends when this process
does, however that ends, because then nobody is left who holds the other end of its pipe.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Final

from kijun.errors import KijunError
from kijun.exchange.workforce.desk import Desk, open_desk
from kijun.exchange.workforce.pieces import Piece
from kijun.text import Text

_FEW: Final = 2
"""So many pieces are read sooner than another process has started."""
_SECONDS_TO_END: Final = 5


def read_pieces(desk: Desk, pieces: Sequence[Piece], processes: int, told: Callable[[], None]) -> None:
    """Read pieces; `told` is called after each, in whichever order they are done. What a worker raises is raised here."""
    if processes < 2 or len(pieces) <= _FEW:  # noqa: PLR2004  # this process alone
        for piece in pieces:
            desk.read(piece)
            told()
        return
    with _workers(desk, min(processes, len(pieces))) as workers:
        waiting = iter(pieces)
        busy = {each for each in workers if _is_given(each, waiting)}
        while busy:
            for ready in wait(list(busy)):
                assert isinstance(ready, Connection)
                _raise(ready)
                told()
                if not _is_given(ready, waiting):
                    busy.discard(ready)


def _is_given(worker: Connection, waiting: Iterator[Piece]) -> bool:
    """Give the next piece to a worker; False where there is none."""
    piece = next(waiting, None)
    if piece is not None:
        worker.send(piece)
    return piece is not None


def _raise(worker: Connection) -> None:
    try:
        raised = worker.recv()
    except (EOFError, ConnectionError) as error:
        raise KijunError(
            Text(
                ja="読み込みのプロセスが途中で終わりました(メモリー不足かもしれません)。同じコマンドをもう一度実行すると続きから始まります。",
                en="A process that was reading has ended, perhaps for want of memory. Run the same command again to continue.",
            )
        ) from error
    if isinstance(raised, Text):
        raise KijunError(raised)
    if raised is not None:
        raise raised


@contextmanager
def _workers(desk: Desk, count: int) -> Iterator[list[Connection]]:
    context = get_context("spawn")
    started = []
    ends: list[Connection] = []
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, desk.names, desk.staging.folder), daemon=True)
            with _deaf():
                process.start()
            theirs.close()
            started.append(process)
            ends.append(ours)
        yield ends
    finally:
        for end in ends:
            end.close()
        for process in started:
            process.join(_SECONDS_TO_END)
            if process.is_alive():
                process.kill()


@contextmanager
def _deaf() -> Iterator[None]:
    """Hear no Ctrl-C: a process that is started meanwhile does not either, while it is still loading."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _serve(pipe: Connection, names: tuple[str, ...], staging: Path) -> None:
    """Read pieces until nobody gives any more; who interrupts the command ends this process by its pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    desk = open_desk(names, staging)
    with suppress(EOFError, ConnectionError):
        while True:
            piece = pipe.recv()
            try:
                desk.read(piece)
            except KijunError as error:
                pipe.send(error.text)
            except Exception as error:  # noqa: BLE001  # raised again where it is known what to say
                pipe.send(error)
            else:
                pipe.send(None)
