"""Of which rooms is the API made?"""

from __future__ import annotations

from ninja import NinjaAPI

from kijun import __version__
from kijun.web.api import (
    accounts,
    attachments,
    claims,
    counting,
    exports,
    goals,
    history,
    imports,
    judgement,
    library,
    passport,
    people,
    plans,
    record,
    skills,
    trail,
    what_ifs,
)
from kijun.web.api.answers import Readable
from kijun.web.api.expecting import knowing_operation
from kijun.web.api.handlers import handle_everything
from kijun.web.api.reading import Reader

api = NinjaAPI(
    title="kijun",
    version=__version__,
    description="A person's career record, judged against a published skill standard.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    parser=Reader(),
    renderer=Readable(),
)
api.add_decorator(knowing_operation, mode="view")
handle_everything(api)
api.add_router("/library", library.router)
for room in (
    people,
    record,
    history,
    imports,
    exports,
    attachments,
    claims,
    judgement,
    counting,
    goals,
    plans,
    what_ifs,
    skills,
    passport,
    accounts,
    trail,
):
    api.add_router("", room.router)
