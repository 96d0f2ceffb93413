"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    """Accounts."""

    name = "kijun.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen to what happens in the rooms of allauth and axes."""
        from kijun.web.accounts import listeners  # noqa: F401, PLC0415  # models are there only now
