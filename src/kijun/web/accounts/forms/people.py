"""What is asked about somebody who gets an account, or who has one?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.actions import Account, Newcomer
from kijun.web.accounts.forms.passwords import NewPassword
from kijun.web.accounts.models import User

REASON = 500


def name_field() -> forms.CharField:
    """Ask for a name."""
    return forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))


def email_field(help_text: Any = "") -> forms.EmailField:
    """Ask for an address."""
    return forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=help_text,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


def language_field() -> forms.ChoiceField:
    """Ask for a language."""
    return forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


def reason_field() -> forms.CharField:
    """Ask why, for the trail."""
    return forms.CharField(
        label=_("Reason"), required=False, max_length=REASON, help_text=_("Kept on the trail beside what you do.")
    )


def employee_field() -> forms.CharField:
    """Ask for the number by which the organisation knows somebody."""
    return forms.CharField(
        label=_("Employee number"),
        required=False,
        max_length=40,
        help_text=_("As in the files of the organisation. Without one, the record gets a number of its own."),
    )


class _FreeAddress(forms.Form):
    """An address that nobody else has. Only administrators are told that somebody has it."""

    person: User | None = None

    def clean_email(self) -> str:
        """Refuse the address of another account."""
        email: str = User.objects.normalize_email(self.cleaned_data["email"])
        others = User.objects.filter(email__iexact=email)
        if (others.exclude(pk=self.person.pk) if self.person else others).exists():
            raise forms.ValidationError(_("Another account has this address. Look for it in the list of people."))
        return email


class FirstAdministrator(NewPassword):
    """The account of whoever sets the installation up."""

    name = name_field()
    email = email_field(_("You sign in with it."))
    language = language_field()
    field_order = ("name", "email", "language", "password", "again")

    def whose(self) -> User:
        """Return whose password it will be."""
        return User(name=self.cleaned_data.get("name", ""), email=self.cleaned_data.get("email", ""))

    def newcomer(self) -> Newcomer:
        """Return who gets an account, the password hashed: it is kept until the last step is done."""
        given = self.cleaned_data
        return Newcomer(
            email=User.objects.normalize_email(given["email"]),
            name=given["name"],
            language=given["language"],
            password=make_password(given["password"]),
        )


class Invite(_FreeAddress):
    """Whom an administrator invites."""

    name = name_field()
    email = email_field()
    employee = employee_field()
    language = language_field()
    reason = reason_field()

    def newcomer(self) -> Newcomer:
        """Return who gets an account."""
        given = self.cleaned_data
        return Newcomer(
            email=given["email"], name=given["name"], language=given["language"], employee=given["employee"]
        )


class EditAccount(_FreeAddress):
    """What an administrator keeps of an account."""

    name = name_field()
    email = email_field()
    language = language_field()
    is_assessor = forms.BooleanField(
        label=_("Assessor"), required=False, help_text=_("May be appointed to assess people.")
    )
    is_steward = forms.BooleanField(
        label=_("Steward"), required=False, help_text=_("Keeps the standards of the organisation.")
    )
    is_administrator = forms.BooleanField(
        label=_("Administrator"), required=False, help_text=_("Keeps accounts. Sees nobody's record by that.")
    )
    reason = reason_field()

    def __init__(self, data: Mapping[str, Any] | None = None, *, person: User) -> None:
        """Begin with what the account is now."""
        kept = ("name", "email", "language", "is_assessor", "is_steward", "is_administrator")
        super().__init__(data, initial={field: getattr(person, field) for field in kept})
        self.person = person

    def account(self) -> Account:
        """Return what is wanted."""
        given = self.cleaned_data
        return Account(
            name=given["name"],
            email=given["email"],
            language=given["language"],
            is_assessor=given["is_assessor"],
            is_steward=given["is_steward"],
            is_administrator=given["is_administrator"],
        )


class SignUp(forms.Form):
    """Who wants an account. That an address has one already is told to nobody but that address."""

    name = name_field()
    email = email_field(_("A link to open the account goes there."))
    employee = employee_field()
    language = language_field()


class KeepOrganisation(forms.Form):
    """What the organisation is called, and who may open an account."""

    name = forms.CharField(
        label=_("Name of the organisation"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    offers_sign_up = forms.BooleanField(
        label=_("People may open an account by themselves"),
        required=False,
        help_text=_(
            "They get a link by e-mail, so mail has to be set up. Otherwise an administrator invites everybody."
        ),
    )


class ChangeOrganisation(KeepOrganisation):
    """The same later, with a reason."""

    reason = reason_field()
