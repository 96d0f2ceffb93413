"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Passport(AppConfig):
    """Passport."""

    name = "kijun.web.passport"
    label = "passport"
