"""The slice as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Library(AppConfig):
    """Library."""

    name = "kijun.web.library"
    label = "library"
