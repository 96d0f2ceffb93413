"""How is a career record kept, and how is every state that it ever had kept with it?

An entry is one item of a list of the record, held as it stands in a record file. A revision is one act of one author at one
moment; its changes hold each entry before and after. The entries are the present state, the revisions are how it came about:
what was on record at any moment is read from them.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.models import new_key


class Record(models.Model):
    """The career record of one person. `number` is that of its newest revision, 0 before the first."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="record")
    number = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return whose it is."""
        return str(self.owner)


class List(models.TextChoices):
    """The lists of a record, and the head with employee number, name, team and what is complete."""

    HEAD = "head", _("Person")
    ENGAGEMENTS = "engagements", _("Engagements")
    EXPERTISE = "expertise", _("Expertise")
    CONTRIBUTIONS = "contributions", _("Contributions")
    MENTORING = "mentoring", _("Mentoring")
    QUALIFICATIONS = "qualifications", _("Qualifications")
    RATINGS = "ratings", _("Ratings")
    KNOWLEDGE = "knowledge", _("Knowledge")
    CONFIRMATIONS = "confirmations", _("Confirmations")
    ATTACHMENTS = "attachments", _("Attachments")


class Entry(models.Model):
    """One item of a list, as it is on record now. `body` is what a record file would hold.

    `awaits` names the role whose word it waits for (assessor, superior): such an entry is shown and does not count.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="entries")
    key = models.CharField(max_length=12, default=new_key)
    list = models.CharField(max_length=14, choices=List.choices)
    position = models.PositiveIntegerField()
    body = models.JSONField()
    awaits = models.CharField(max_length=8, blank=True)
    revised = models.PositiveIntegerField()
    """The number of the revision that made it what it is."""

    class Meta:
        """In the order of the lists' own positions."""

        constraints = (models.UniqueConstraint(fields=("record", "key"), name="one_entry_of_a_key"),)
        ordering = ("list", "position", "pk")

    def __str__(self) -> str:
        """Return the list and the key."""
        return f"{self.list}/{self.key}"


class Revision(models.Model):
    """One act that changed a record: who, when, what kind of act, and why. Revisions are added and never changed."""

    class Kind(models.TextChoices):
        """What kind of act it was."""

        ADDED = "added", _("added")
        EDITED = "edited", _("edited")
        REMOVED = "removed", _("removed")
        UNDONE = "undone", _("undone")
        IMPORTED = "imported", _("imported")
        DECIDED = "decided", _("decided")

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(db_index=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    author_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    reason = models.TextField(blank=True)
    undoes = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="undone_by")

    class Meta:
        """Newest first; a number is given once."""

        constraints = (models.UniqueConstraint(fields=("record", "number"), name="one_revision_of_a_number"),)
        ordering = ("-number",)

    def __str__(self) -> str:
        """Return the record and the number."""
        return f"{self.record} {self.number}"


class Change(models.Model):
    """What a revision did to one entry: its state before and after, None where there was or is none.

    A state is {"list", "position", "body", "awaits"}.
    """

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="changes")
    key = models.CharField(max_length=12, db_index=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        """In the order in which they were made."""

        ordering = ("pk",)

    def __str__(self) -> str:
        """Return which entry was changed."""
        return self.key


class Draft(models.Model):
    """A form that somebody has begun and not saved; it is no part of the record. `form` says which one."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=60)
    body = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        """One draft of a form."""

        constraints = (models.UniqueConstraint(fields=("author", "record", "form"), name="one_draft_of_a_form"),)

    def __str__(self) -> str:
        """Return which form it is of."""
        return self.form
