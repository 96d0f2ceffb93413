"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Skills(AppConfig):
    """Skills."""

    name = "kijun.web.skills"
    label = "skills"
