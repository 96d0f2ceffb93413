"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Plans(AppConfig):
    """Plans."""

    name = "kijun.web.plans"
    label = "plans"

    def ready(self) -> None:
        """Listen for who takes out their own data."""
        from kijun.web.plans import own_data  # noqa: F401, PLC0415  # models are there only now
