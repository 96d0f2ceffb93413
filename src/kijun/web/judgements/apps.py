"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Judgements(AppConfig):
    """Judgements."""

    name = "kijun.web.judgements"
    label = "judgements"

    def ready(self) -> None:
        """Listen for who takes out their own data."""
        from kijun.web.judgements import own_data  # noqa: F401, PLC0415  # models are there only now
