"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Judgements(AppConfig):
    """Judgements."""

    name = "kijun.web.judgements"
    label = "judgements"
