"""How is a plan kept, with everything that became of it, and what is assumed beside a record?

A plan is kept as the evidence that its steps stand for, in the words of a record, and follows the record from there. Every
change of a plan is a row of its own history.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.models import new_key


class Plan(models.Model):
    """A goal of somebody, and when they mean to reach it. `number` is that of its newest change.

    `kept_on` is the day from which it was planned, `met_before` are the parts that were met then. A plan that was reached has
    the day on which the cell became met.
    """

    record = models.ForeignKey("people.Record", on_delete=models.CASCADE, related_name="plans")
    key = models.CharField(max_length=12, default=new_key, unique=True, editable=False)
    cell = models.CharField(max_length=200)
    edition = models.CharField(max_length=100)
    kept_at = models.DateTimeField()
    kept_on = models.DateField()
    name = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    target_day = models.DateField()
    met_before = models.JSONField(default=list)
    number = models.PositiveIntegerField(default=0)
    achieved_at = models.DateTimeField(null=True)
    achieved_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-kept_at", "-pk")

    def __str__(self) -> str:
        """Return the goal."""
        return self.name or self.cell

    @property
    def is_current(self) -> bool:
        """Whether it is still followed."""
        return self.achieved_at is None and self.withdrawn_at is None


class Step(models.Model):
    """One step of a plan: the part that it serves, the evidence that it stands for, how it was said, and by when.

    `done_at` is when a settled step was found so, as the plan was closed or made anew; `dropped_at` when a step was replaced.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    part = models.CharField(max_length=40)
    addition = models.JSONField()
    words = models.JSONField()
    by_when = models.DateField()
    note = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        """In the order of the plan."""

        constraints = (models.UniqueConstraint(fields=("plan", "position"), name="one_step_of_a_position"),)
        ordering = ("position",)

    def __str__(self) -> str:
        """Return the part and the position."""
        return f"{self.position} {self.part}"


class PlanChange(models.Model):
    """One act that changed a plan, with what it changed before and after. Changes are added and never changed."""

    class Kind(models.TextChoices):
        """What kind of act it was."""

        KEPT = "kept", _("kept")
        EDITED = "edited", _("edited")
        ANEW = "anew", _("planned anew")
        REACHED = "reached", _("reached")
        WITHDRAWN = "withdrawn", _("given up")
        REOPENED = "reopened", _("taken up again")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    author_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        """Newest first; a number is given once."""

        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="one_change_of_a_number"),)
        ordering = ("-number",)

    def __str__(self) -> str:
        """Return what was done."""
        return f"{self.kind} {self.number}"


class WhatIf(models.Model):
    """Evidence that somebody assumes beside their record, as a file of additions holds it; nobody else sees it."""

    record = models.ForeignKey("people.Record", on_delete=models.CASCADE, related_name="what_ifs")
    key = models.CharField(max_length=12, default=new_key, unique=True, editable=False)
    name = models.CharField(max_length=120)
    body = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        """Return the name."""
        return self.name
