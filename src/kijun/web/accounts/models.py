"""Who has an account, what they may do, and who leads or assesses whom?"""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    """Return a key that names a person in an address and tells nothing about them."""
    return secrets.token_hex(6)


class Users(BaseUserManager["User"]):
    """Accounts, found by their e-mail address in any case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the account of an e-mail address."""
        return self.get(email__iexact=username or "")

    def create_user(self, email: str, password: str | None = None, **facts: object) -> User:
        """Return a new account; without a password nobody can sign in to it by one."""
        user = self.model(email=self.normalize_email(email), **facts)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """Somebody with an account. Everybody is a person with a career record of their own; roles are held besides."""

    class Theme(models.TextChoices):
        """Light or dark, or as the device says."""

        AUTO = "auto", _("As the device says")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=120)
    is_active = models.BooleanField(default=True)
    is_assessor = models.BooleanField(_("assessor"), default=False)
    is_steward = models.BooleanField(_("steward"), default=False)
    is_administrator = models.BooleanField(_("administrator"), default=False)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ja")
    time_zone = models.CharField(_("time zone"), max_length=60, default="Asia/Tokyo")
    theme = models.CharField(_("appearance"), max_length=5, choices=Theme.choices, default=Theme.AUTO)
    joined = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[Users] = Users()

    class Meta:
        """One account for an e-mail address, in whatever case it is written."""

        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_for_an_address"),)
        ordering = ("name", "pk")

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def roles(self) -> str:
        """Return the offices that somebody holds, in the language of the page; empty where they hold none."""
        held = (
            (self.is_assessor, gettext("assessor")),
            (self.is_steward, gettext("steward")),
            (self.is_administrator, gettext("administrator")),
        )
        return gettext(", ").join(said for holds, said in held if holds)


class Appointment(models.Model):
    """A superior or an assessor of a person, from a day on; an ended one is kept."""

    class Role(models.TextChoices):
        """In which role somebody stands beside a person."""

        SUPERIOR = "superior", _("superior")
        ASSESSOR = "assessor", _("assessor")

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="appointments")
    holder = models.ForeignKey(User, on_delete=models.CASCADE, related_name="duties")
    role = models.CharField(max_length=8, choices=Role.choices)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)

    class Meta:
        """One superior at a time; nobody leads or assesses themselves; the same assessor stands once."""

        constraints = (
            models.UniqueConstraint(
                fields=("person",), condition=models.Q(role="superior", until=None), name="one_superior_at_a_time"
            ),
            models.UniqueConstraint(
                fields=("person", "holder", "role"), condition=models.Q(until=None), name="appointed_once"
            ),
            models.CheckConstraint(condition=~models.Q(person=models.F("holder")), name="nobody_stands_above_oneself"),
        )

    def __str__(self) -> str:
        """Return who stands beside whom."""
        return f"{self.holder} ({self.role}): {self.person}"


class Invitation(models.Model):
    """A link with which an invited person sets the password of their account, once. Only its digest is kept."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return who is invited."""
        return str(self.person)

    @property
    def is_open(self) -> bool:
        """Whether the link can still be used."""
        return self.used_at is None and self.withdrawn_at is None and self.expires_at > timezone.now()


class Consent(models.Model):
    """That somebody read what the data is used for, in which version and language, and agreed."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="consents")
    notice = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        """Return who agreed to what."""
        return f"{self.person}: {self.notice}"


class Token(models.Model):
    """A key to the API, with what it may do. Only its digest is kept."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(pgettext_lazy("of a key", "name"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether it opens the API: it was not withdrawn, and its days are not over."""
        return self.withdrawn_at is None and (self.expires_at is None or self.expires_at > timezone.now())


class Organisation(models.Model):
    """The organisation of this installation: one row."""

    name = models.CharField(_("name of the organisation"), max_length=120)
    founded_at = models.DateTimeField(default=timezone.now)
    offers_sign_up = models.BooleanField(default=False)
    """Whether people may open an account by themselves; otherwise an administrator invites them."""

    def __str__(self) -> str:
        """Return the name."""
        return self.name
