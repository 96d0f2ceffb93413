"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """People."""

    name = "kijun.web.people"
    label = "people"

    def ready(self) -> None:
        """Listen to who joins."""
        from kijun.web.people import listeners  # noqa: F401, PLC0415  # models are there only now
