"""What is done beside answering, and where does it wait?

A queue in the data folder keeps what is to be done, so that a process that dies loses none of it. `kijun serve` runs one worker.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from datetime import timedelta

import django
from django.conf import settings
from huey import SqliteHuey, crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kijun.web.settings")

queue = SqliteHuey("kijun", filename=str(settings.DATA / "background.sqlite3"), utc=True)
_DRAFTS_KEPT = timedelta(days=90)
_WORKERS = 1


@queue.periodic_task(crontab(minute="17"))
def tidy() -> None:
    """Every hour: forget sessions that have ended, drafts that nobody came back to, and files that no record names."""
    from kijun.web.housekeeping import tidy_up  # noqa: PLC0415  # models exist only once Django is set up

    tidy_up(drafts_kept=_DRAFTS_KEPT)


def main() -> None:
    """Work until the process that started this one is gone: its end of the pipe closes with it, however it ends."""
    django.setup()
    logging.getLogger("huey").setLevel(logging.WARNING)
    consumer = queue.create_consumer(workers=_WORKERS, worker_type="thread", check_worker_health=True)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    consumer.run()


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
