"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Plans(AppConfig):
    """Plans."""

    name = "kijun.web.plans"
    label = "plans"
