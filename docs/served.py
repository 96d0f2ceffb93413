"""What does `kijun serve` say, on a page that shows it?

`python docs/served.py kijun serve [options]` starts it on a port that is free, prints what it says until it answers, and stops it
as Ctrl-C does. The port and the one-time token, which are others each time, are printed as the page shows them.
"""

# ruff: noqa: INP001  # a script, no package

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence

_USUAL_PORT = "8000"
_LAST_LINE = re.compile(r"Ctrl-C")
_ANSWERS_WITHIN = 20
_TOKEN = re.compile(r"token=[\w-]+")


def main(command: Sequence[str]) -> int:
    """Print what the command says until it answers, and stop it; return its exit code, 0 where it was stopped so."""
    shown = command[command.index("--port") + 1] if "--port" in command else _USUAL_PORT
    port = str(_free_port())
    with subprocess.Popen([*command, "--port", port], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:  # noqa: S603
        assert process.stdout is not None, "it was started with a pipe"
        for line in process.stdout:
            sys.stdout.write(_TOKEN.sub("token=…", line.replace(f":{port}", f":{shown}")))
            if _LAST_LINE.search(line):
                if not _answers(int(port), process):
                    sys.stdout.write(f"Nobody answered within {_ANSWERS_WITHIN} seconds.\n")
                process.send_signal(signal.SIGINT)
                break
        code = process.wait()
    return 0 if code in (0, -signal.SIGINT) else code


def _answers(port: int, process: subprocess.Popen[str]) -> bool:
    """Return whether somebody answers before it is too late, with whatever page."""
    until = time.monotonic() + _ANSWERS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
