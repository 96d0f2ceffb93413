"""What is this slice called?"""

from __future__ import annotations

from django.apps import AppConfig


class Api(AppConfig):
    """The API and its reference."""

    name = "kijun.web.api"
