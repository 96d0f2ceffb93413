"""How far is the work on a whole workforce?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

_STEPS = 200
"""How often a bar moves at most: telling it more often costs more than it shows."""


@contextmanager
def work_progress() -> Iterator[Callable[[str], Callable[[int, int], None]]]:
    """Give a function that begins a bar; a bar is told of what is done of how much, on a terminal only."""
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:

        def begin(words: str) -> Callable[[int, int], None]:
            tasks: list[TaskID] = []

            def tell(done: int, count: int) -> None:
                if not tasks:
                    tasks.append(bar.add_task(words, total=count))
                if done == count or done % max(1, count // _STEPS) == 0:
                    bar.update(tasks[0], completed=done, total=count)

            return tell

        yield begin
