"""What must be done before the first module of the web application is imported in a test?

Nothing of it is done for the other tests: whoever tests a judgement needs no Django.
"""

from __future__ import annotations

import os
import shutil
import tempfile

_PLACE = "KIJUN_DATA"
_prepared: list[str] = []


def prepare() -> None:
    """Compile the words of the pages, give this process a data folder of its own, and set Django up; once."""
    if _prepared:
        return
    _prepared.append(tempfile.mkdtemp(prefix="kijun-data-"))
    os.environ[_PLACE] = _prepared[0]
    os.environ["DJANGO_SETTINGS_MODULE"] = "kijun.web.settings"

    import django  # noqa: PLC0415  # the settings are read while it is set up
    from requirements.compile_messages import compile_messages  # noqa: PLC0415  # not for the other tests

    compile_messages()
    django.setup()


def clear() -> None:
    """Remove the data folder of this process."""
    for folder in _prepared:
        shutil.rmtree(folder, ignore_errors=True)
