"""When did somebody last look at a judgement, and what were they told?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from kijun.web.people.models import Record


class Visit(models.Model):
    """The last visit of somebody to the map of a record, and the state at the end of the visit before that one.

    `number` is the revision that the record had, `on` the day as of which it was judged, `told` what the map said: the ids of
    the editions, and the cells that were not simply not met. What is None was never looked at before.
    """

    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="visits")
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="visits")
    seen_at = models.DateTimeField()
    number = models.PositiveIntegerField()
    on = models.DateField()
    told = models.JSONField(default=dict)
    previous_at = models.DateTimeField(null=True)
    previous_number = models.PositiveIntegerField(null=True)
    previous_on = models.DateField(null=True)
    previous_told = models.JSONField(null=True)

    class Meta:
        """Everybody who looks has one of their own."""

        constraints = (models.UniqueConstraint(fields=("viewer", "record"), name="one_visit_of_a_viewer"),)

    def __str__(self) -> str:
        """Return who looked at whose record."""
        return f"{self.viewer}: {self.record}"
