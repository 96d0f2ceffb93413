"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Audit(AppConfig):
    """Audit."""

    name = "kijun.web.audit"
    label = "audit"
