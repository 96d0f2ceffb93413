"""How is a plan, or a what-if, given as a file that the command line reads?"""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from kijun.catalogue.additions_file import additions_text
from kijun.evidence.assume import Additions
from kijun.growth.progress import join_additions
from kijun.text import Text
from kijun.web.library.templatetags.kijun import language_now
from kijun.web.plans.queries import Followed

_CONTROL = dict.fromkeys(range(32), " ")


def file_of(followed: Followed) -> str:
    """Return what the open steps of a plan add, as additions."""
    adds = [] if followed.progress is None else [each.adds for each in followed.progress.steps if each.adds is not None]
    day = timezone.localdate().isoformat()
    name = Text(ja=f"計画: {followed.name.ja}({day})", en=f"A plan for {followed.name.en} ({day})")
    return additions_file(join_additions(adds), name)


def additions_file(additions: Additions, name: Text) -> str:
    """Return additions as a file, with a line that says what they are."""
    about = Text(ja=name.ja.translate(_CONTROL), en=name.en.translate(_CONTROL))
    return additions_text(additions, language_now(), about=[about])


def yaml_answer(text: str, name: str) -> HttpResponse:
    """Answer with a file to be saved."""
    answer = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.yaml"'
    return answer
