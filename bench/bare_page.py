"""The yardstick of a page: Django as it comes, with one page that greets whoever is signed in.

The middleware and the settings are those of a new Django project, the database SQLite in WAL mode, the page a template of its own
that holds the name of the user. `BARE_DATA` names the folder of the database.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

DATA = Path(os.environ["BARE_DATA"])
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
PAGE = """<!doctype html><html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
<p>Signed in as {{ user.username }}.</p></body></html>"""

settings.configure(
    SECRET_KEY="the yardstick keeps nothing secret",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ],
    MIDDLEWARE=MIDDLEWARE,
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [("django.template.loaders.locmem.Loader", {"page.html": PAGE})],
                    )
                ],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
            },
        }
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "bare.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL;"},
        }
    },
    USE_TZ=True,
)

from django.core.wsgi import get_wsgi_application  # noqa: E402  # the settings come first

application = get_wsgi_application()

from django.contrib.auth import login  # noqa: E402  # the models come after that
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402


def page(request: HttpRequest) -> HttpResponse:
    """Greet whoever is signed in."""
    return render(request, "page.html", {"title": "A bare page"})


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign the one user in."""
    login(request, User.objects.get())  # type: ignore[arg-type]  # this project's users are Django's own
    return HttpResponse("in")


urlpatterns = [path("", page), path("in/", sign_in)]


def loaded() -> object:
    """Return the application, with its database made and its one user in it."""
    call_command("migrate", verbosity=0)
    if not User.objects.exists():
        User.objects.create_user("somebody")
    return application
