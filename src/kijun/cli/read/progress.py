"""How far is the reading of a long document?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kijun.cli.language import say
from kijun.problem.reading import printable


@contextmanager
def page_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that is told of each page; on a terminal it moves a bar on standard error, elsewhere it is silent."""
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, object] = {}

        def tell(document: str, page: int, count: int) -> None:
            if document not in tasks:
                tasks[document] = bar.add_task(
                    say(f"{printable(document)} ページ", f"{printable(document)}, page"), total=count
                )
            bar.update(tasks[document], completed=page)  # type: ignore[arg-type]  # the library's own number

        yield tell
