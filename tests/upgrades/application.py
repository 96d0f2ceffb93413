"""What does this version do with a database? Asked of a process of its own, as `kijun serve` is one.

`python -m tests.upgrades.application fill|upgrade|schema|die-60`, with the data folder and the database in the environment, prints
what it tells as JSON. `upgrade` reads what opened the database before from its standard input; `die-60` is killed by the sixtieth
statement of the upgrade that changes anything.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from tests.upgrades.moment import AFTERWARDS, RELEASED, hold

os.environ["DJANGO_SETTINGS_MODULE"] = "kijun.web.settings"


def main(asked: str) -> int:
    """Do what is asked, and tell; what stands in the way of starting is said as `kijun serve` says it."""
    hold(RELEASED if asked == "fill" else AFTERWARDS)
    from kijun.errors import KijunError  # noqa: PLC0415  # the clock comes first
    from kijun.web.preparing import prepare  # noqa: PLC0415

    try:
        with ExitStack() as stack:
            if asked.startswith("die-"):
                stack.enter_context(_killed_by(int(asked.removeprefix("die-"))))
            prepare(is_demo=False, is_kept=True)
    except KijunError as error:
        print(error.text.en, file=sys.stderr)  # noqa: T201  # as a terminal is told
        return 2
    print(json.dumps(_told(asked), ensure_ascii=False))  # noqa: T201  # that is how it tells
    return 0


def _killed_by(statement: int) -> Any:
    """Kill this process by a statement that changes something: what it did is not committed."""
    from django.db import connection  # noqa: PLC0415  # the clock comes first

    left = [statement]

    def execute(run: Callable[..., Any], sql: str, *rest: Any) -> Any:
        found = run(sql, *rest)
        left[0] -= sql.lstrip().startswith(("CREATE", "ALTER", "INSERT", "UPDATE", "DROP"))
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    return connection.execute_wrapper(execute)


def _told(asked: str) -> dict[str, Any]:
    from tests.upgrades.filling import fill  # noqa: PLC0415  # models exist from here on
    from tests.upgrades.telling import tell, tell_schema, try_doors  # noqa: PLC0415

    match asked:
        case "fill":
            opens = fill()
            return {**tell(), "opens": opens}
        case "upgrade":
            told = {**tell(), "schema": tell_schema()}
            return {**told, "shut": try_doors(json.load(sys.stdin))}
        case _:
            return {"schema": tell_schema()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
