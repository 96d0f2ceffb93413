"""How is a private link to a passport kept?

Only the digest of its secret is: whoever reads the database opens no link. Everything that decides what the link shows stands
beside it, so that nobody but the person can widen it afterwards.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.models import new_key


class Link(models.Model):
    """A private link to the passport of a record: what it shows, until when, and how often it was opened.

    `on` None is the day of opening. `number` is the revision of the record that is shown, None the record as it is when opened.
    `masks` holds the facts that are kept back by the key of an engagement's entry, besides what the record itself keeps back;
    `terms.LATER` stands for engagements that were not there when the link was made.
    """

    record = models.ForeignKey("people.Record", on_delete=models.CASCADE, related_name="passport_links")
    key = models.CharField(max_length=12, default=new_key, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(_("What it is for"), max_length=120)
    languages = models.JSONField()
    edition = models.CharField(max_length=100, blank=True)
    on = models.DateField(null=True)
    field = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=40, blank=True)
    masks = models.JSONField(default=dict)
    number = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    opened = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        """Return what it is for."""
        return self.purpose

    @property
    def is_open(self) -> bool:
        """Whether it still shows anything."""
        return self.withdrawn_at is None and self.expires_at > timezone.now()
