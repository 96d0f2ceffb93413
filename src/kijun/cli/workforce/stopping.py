"""Is it Ctrl-C that ended the work? The engine has a word of its own for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGINT, pthread_kill
from threading import Timer, main_thread
from typing import Final

_INTERRUPTED: Final = "Query interrupted"
_SECONDS_TO_TIDY_UP: Final = 0.05


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise KeyboardInterrupt where the engine was interrupted in the middle of a question, or Python while it tidied up."""
    told = sys.unraisablehook
    sys.unraisablehook = _asking_again(told)
    try:
        yield
    except RuntimeError as error:
        if _INTERRUPTED in str(error):
            raise KeyboardInterrupt from error
        raise
    finally:
        sys.unraisablehook = told


def _asking_again(told: Callable[[sys.UnraisableHookArgs], object]) -> Callable[[sys.UnraisableHookArgs], object]:
    """Return what hears of errors that Python cannot raise: Ctrl-C is asked for again, and what it left behind is not told."""
    is_stopped = False

    def hear(args: sys.UnraisableHookArgs) -> None:
        nonlocal is_stopped
        if args.exc_type is KeyboardInterrupt:
            is_stopped = True
            Timer(_SECONDS_TO_TIDY_UP, _interrupt).start()  # here it would be swallowed again
        elif not is_stopped:
            told(args)

    return hear


def _interrupt() -> None:
    here = main_thread().ident
    if here is not None:
        pthread_kill(here, SIGINT)
