"""What does a page of the application cost, and how many can be asked for at once?

    PYTHONPATH=. python bench/serve_pages.py [--hold SECONDS] [--pairs N]

The judgement pages (career map and proof of a cell) of the demonstration, served by `kijun serve` as a user starts it, against a bare
Django page on the same kind of server with the same threads. First the CPU of the answering process for each page, in turn; then
the rate at which one answer in twenty takes longer than 300 ms, and 80 % of that rate held. Ends with 1 where a target is missed.
How to read the tables: bench/README.md.
"""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from tests.web.serving import free_port, serve

from browsers import Load, Site, at_rate, one_by_one
from measure import verdict

AT_MOST = 6.0
SLOW = 0.3
EACH_ROUND = 150
RATES = (50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000)
STEP_SECONDS = 12.0
PART_HELD = 0.8
ENGINEER = "藤田 大輔"
CELL = "itss/v3-2011/customer-service/hardware/5"


def main() -> int:
    """Print the tables and return the exit code."""
    parser = ArgumentParser(description="Measure the pages against a bare Django page on the same server.")
    parser.add_argument("--pairs", type=int, default=15, help="rounds in turn; odd (default: 15)")
    parser.add_argument(
        "--hold", type=float, default=300, help="seconds for which 80 %% of the load is held (default: 300)"
    )
    asked = parser.parse_args()
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores, pairs {asked.pairs}"
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        _bare(Path(folder)) as bare,
        serve(Path(folder), "--demo", "--data", f"{folder}/data") as served,
    ):
        sites = _signed_in(served.address)
        is_cheap = _compare(bare, sites, _worker(served.process.pid), asked)
        is_held = _hold(list(sites.values()), asked)
    return 0 if is_cheap and is_held else 1


@contextmanager
def _bare(folder: Path) -> Iterator[tuple[Site, int]]:
    port = free_port()
    command = [f"{Path(sys.executable).parent}/granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "4", "--no-ws", "--log-level", "error", "--factory", "bare_page:loaded"]
    environment = {**os.environ, "BARE_DATA": str(folder), "PYTHONPATH": "bench"}
    process = subprocess.Popen(command, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        cookie = _cookie(address, "/in/")
        yield Site(address=address, cookie=cookie, path="/", holds=b"Signed in as somebody"), _worker(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _cookie(address: str, path: str) -> str:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address + path, timeout=5) as answer:
                return "; ".join(each.partition(";")[0] for each in answer.headers.get_all("Set-Cookie", []))
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def _signed_in(address: str) -> dict[str, Site]:
    """Sign in to the demonstration as an engineer, as its sign-in page does."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with browser.open(f"{address}/accounts/login/") as answer:
        page = answer.read().decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    key = page.partition(ENGINEER)[2].partition('name="person" value="')[2].partition('"')[0]
    form = urlencode({"csrfmiddlewaretoken": token, "person": key}).encode()
    request = urllib.request.Request(f"{address}/demo/sign-in/", data=form, headers={"Referer": address})
    with browser.open(request) as answer:
        assert answer.status == 200, answer.url
    cookie = "; ".join(f"{each.name}={each.value}" for each in jar)
    own = f"/people/{key}"
    return {
        "career map": Site(address=address, cookie=cookie, path=f"{own}/map/", holds=b'class="career-map"'),
        "proof of a cell": Site(address=address, cookie=cookie, path=f"{own}/cells/{CELL}/", holds=b'class="proof"'),
    }


def _worker(parent: int) -> int:
    """Return the process that answers for one that serves: its child that does not work in the background."""
    found = subprocess.run(["pgrep", "-a", "-P", str(parent)], capture_output=True, text=True, check=True)
    children = [line.split(maxsplit=1) for line in found.stdout.splitlines()]
    return next(int(number) for number, command in children if "background" not in command and "tracker" not in command)


def _cpu(process: int) -> float:
    """Return the CPU seconds of a process so far, all its threads counted."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _cost(site: Site, process: int) -> float:
    before = _cpu(process)
    load = one_by_one(site, EACH_ROUND)
    assert not load.errors, load.errors[:3]
    return (_cpu(process) - before) / EACH_ROUND


def _compare(bare: tuple[Site, int], sites: dict[str, Site], process: int, asked: Namespace) -> bool:
    things = {"bare Django page": bare, **{name: (site, process) for name, site in sites.items()}}
    for site, of in things.values():
        _cost(site, of)
    rounds: dict[str, list[float]] = {name: [] for name in things}
    for number in range(asked.pairs):
        names = list(things)
        for name in names if number % 2 == 0 else reversed(names):
            rounds[name].append(_cost(*things[name]))
    reached = True
    for name, seconds in rounds.items():
        ratios = [one / other for one, other in zip(seconds, rounds["bare Django page"], strict=True)]
        said = (
            ""
            if name == "bare Django page"
            else f"  at most {AT_MOST:g}: {verdict(is_reached=median(ratios) <= AT_MOST)}"
        )
        reached &= median(ratios) <= AT_MOST
        print(f"{name:20} {median(seconds) * 1e3:7.2f} ms CPU a page  {median(ratios):5.2f} times{said}")
    return reached


def _hold(sites: Sequence[Site], asked: Namespace) -> bool:
    most = 0.0
    for rate in RATES:
        load = at_rate(sites, rate=rate, seconds=STEP_SECONDS)
        _say(f"{rate:5} a second for {STEP_SECONDS:g} s", load)
        if load.errors or load.quantile(0.95) > SLOW:
            break
        most = rate
    held = most * PART_HELD
    load = at_rate(sites, rate=held, seconds=asked.hold)
    _say(f"{held:5g} a second for {asked.hold:g} s", load)
    is_held = not load.errors and load.quantile(0.95) <= SLOW
    print(f"p95 stays below {SLOW * 1e3:g} ms up to {most:g} a second; 80 % of it held: {verdict(is_reached=is_held)}")
    return is_held


def _say(what: str, load: Load) -> None:
    quantiles = "  ".join(f"p{part * 100:g} {load.quantile(part) * 1e3:6.1f} ms" for part in (0.5, 0.95, 0.99))
    print(
        f"{what:28} {len(load.seconds):7} answers  {quantiles}  errors {len(load.errors)}", *load.errors[:3], flush=True
    )


if __name__ == "__main__":
    sys.exit(main())
