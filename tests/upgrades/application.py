"""What does this version do with a database? Asked of a process of its own, as `kijun serve` is one.

`python -m tests.upgrades.application fill|upgrade|schema`, with the data folder and the database in the environment, prints what
it tells as JSON. `upgrade` reads what opened the database before from its standard input.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from tests.upgrades.moment import AFTERWARDS, RELEASED, hold

os.environ["DJANGO_SETTINGS_MODULE"] = "kijun.web.settings"


def main(asked: str) -> int:
    """Do what is asked, and tell; what stands in the way of starting is said as `kijun serve` says it."""
    hold(RELEASED if asked == "fill" else AFTERWARDS)
    from kijun.errors import KijunError  # noqa: PLC0415  # the clock comes first
    from kijun.web.preparing import prepare  # noqa: PLC0415

    try:
        prepare(is_demo=False, is_kept=True)
    except KijunError as error:
        print(error.text.en, file=sys.stderr)
        return 2
    print(json.dumps(_told(asked), ensure_ascii=False))
    return 0


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
