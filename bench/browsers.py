"""How is a page asked for at a steady rate, whatever the server does?

Requests start by the clock (an open loop), over connections that are kept. The time of an answer counts from the moment at which
the request was due, so that a server that falls behind is charged for those who wait.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_CONNECTIONS = 64


@dataclass(slots=True, kw_only=True)
class Load:
    """What came of a load: the seconds of each answer, and those that were none."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def quantile(self, part: float) -> float:
        """Return the time within which a part of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where to ask, as whom, and what the answer must hold."""

    address: str
    cookie: str
    path: str
    holds: bytes

    def request(self) -> bytes:
        """Return the request as it goes over the wire."""
        host = urlsplit(self.address).netloc
        lines = (f"GET {self.path} HTTP/1.1", f"Host: {host}", f"Cookie: {self.cookie}", "Accept: text/html")
        return "\r\n".join((*lines, "", "")).encode()


def at_rate(sites: Sequence[Site], *, rate: float, seconds: float) -> Load:
    """Ask for pages in turn at a rate for some seconds, and return what came."""
    return asyncio.run(_at_rate(sites, rate, seconds))


def one_by_one(site: Site, times: int) -> Load:
    """Ask for a page so many times, one after the other over one connection."""
    return asyncio.run(_one_by_one(site, times))


async def _at_rate(sites: Sequence[Site], rate: float, seconds: float) -> Load:
    load = Load()
    free: asyncio.LifoQueue[_Connection] = asyncio.LifoQueue()
    for _ in range(_CONNECTIONS):
        free.put_nowait(_Connection())
    begun, running = time.perf_counter(), set[asyncio.Task[None]]()
    for number in range(int(rate * seconds)):
        due = begun + number / rate
        wait = due - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(_ask(free, sites[number % len(sites)], due, load))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)
    while not free.empty():
        free.get_nowait().close()
    return load


async def _one_by_one(site: Site, times: int) -> Load:
    load = Load()
    free: asyncio.LifoQueue[_Connection] = asyncio.LifoQueue()
    free.put_nowait(_Connection())
    for _ in range(times):
        await _ask(free, site, time.perf_counter(), load)
    free.get_nowait().close()
    return load


async def _ask(free: asyncio.LifoQueue[_Connection], site: Site, due: float, load: Load) -> None:
    connection = await free.get()
    try:
        status, body = await connection.ask_again(site)
        if status != b"200" or site.holds not in body:
            load.errors.append(f"{site.path}: {status.decode()}")
        else:
            load.seconds.append(time.perf_counter() - due)
    except (OSError, asyncio.IncompleteReadError, ValueError) as error:
        connection.close()
        load.errors.append(f"{site.path}: {error!r}")
    finally:
        free.put_nowait(connection)


class _Connection:
    """One connection that is kept; a server may close it between two requests."""

    def __init__(self) -> None:
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, site: Site) -> tuple[bytes, bytes]:
        if self._writer is None or self._writer.is_closing():
            parts = urlsplit(site.address)
            self._reader, self._writer = await asyncio.open_connection(parts.hostname, parts.port)
        assert self._reader is not None
        self._writer.write(site.request())
        head = await self._reader.readuntil(b"\r\n\r\n")
        headers = head.lower()
        length = int(headers.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return head.split(b" ", 2)[1], await self._reader.readexactly(length)

    async def ask_again(self, site: Site) -> tuple[bytes, bytes]:
        """Ask; over a new connection where the server had closed this one while it was idle, as a browser does."""
        is_kept = self._writer is not None
        try:
            return await self.ask(site)
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            has_begun = isinstance(error, asyncio.IncompleteReadError) and bool(error.partial)
            if not is_kept or has_begun:
                raise
            self.close()
            return await self.ask(site)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None
