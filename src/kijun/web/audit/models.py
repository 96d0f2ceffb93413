"""How is the trail kept?"""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Event(models.Model):
    """Something that somebody did: who, what, about whom, when and why. Events are added and never changed.

    An event holds no content of a career record, so that it may outlive one that is erased.
    """

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=60, db_index=True)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    about_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return who did what."""
        return f"{self.actor_name}: {self.action}"
