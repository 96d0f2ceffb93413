"""Which provider of identities do people come in by, besides passwords?

One, by OpenID Connect: from the environment (KIJUN_OIDC_ISSUER, KIJUN_OIDC_CLIENT, KIJUN_OIDC_SECRET, KIJUN_OIDC_NAME) or from
`oidc.json` in the data folder (issuer, client, secret, name). No Django here: the settings are made of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

FILE = "oidc.json"
PROVIDER = "organisation"
"""What the provider is called in addresses: the callback is /accounts/oidc/organisation/login/callback/."""
_ASKED = ("issuer", "client", "secret")
_NAME = "OpenID Connect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider of identities: the address of its issuer, and how it knows this installation."""

    issuer: str
    client: str
    secret: str
    name: str = _NAME

    @property
    def origin(self) -> str:
        """Return from where its pages come: a form may only lead to an origin that the page's policy names."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    def as_app(self) -> dict[str, Any]:
        """Return what allauth asks for. An address that the provider verified is whoever has an account with it."""
        return {
            "provider_id": PROVIDER,
            "name": self.name,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {"server_url": self.issuer, "oauth_pkce_enabled": True},
        }


def find_provider(environment: Mapping[str, str], data: Path) -> Provider | None:
    """Return the provider that is set up, the environment before the file; None where none is. Raises ValueError where half is.

    >>> find_provider({"KIJUN_OIDC_ISSUER": "https://id.example", "KIJUN_OIDC_CLIENT": "a"}, Path("."))
    Traceback (most recent call last):
    ValueError: KIJUN_OIDC_SECRET is missing. Set KIJUN_OIDC_ISSUER, KIJUN_OIDC_CLIENT and KIJUN_OIDC_SECRET, or none of them.
    """
    given = {key: environment.get(f"KIJUN_OIDC_{key.upper()}", "") for key in (*_ASKED, "name")}
    if any(given.values()):
        return _provider(given, lambda key: f"KIJUN_OIDC_{key.upper()}")
    place = data / FILE
    return _provider(_read(place), lambda key: f'"{key}" in {place}') if place.exists() else None


def _read(place: Path) -> dict[str, str]:
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise ValueError(
            f"{place} is no JSON: {fault}. Write an object with issuer, client, secret and name."
        ) from fault
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(f"{place} must hold an object of texts: issuer, client, secret and name.")
    if unknown := sorted(found.keys() - {*_ASKED, "name"}):
        raise ValueError(
            f"{place} holds {', '.join(unknown)}, which nobody reads. It may hold issuer, client, secret and name."
        )
    return found


def _provider(given: Mapping[str, str], called: Callable[[str], str]) -> Provider:
    missing = [called(key) for key in _ASKED if not given.get(key)]
    if missing:
        raise ValueError(
            f"{', '.join(missing)} is missing. Set {called('issuer')}, {called('client')} and {called('secret')}, or none of them."
        )
    parts = urlsplit(given["issuer"])
    if parts.scheme not in ("https", "http") or not parts.netloc:
        raise ValueError(
            f"{called('issuer')} is {given['issuer']!r}; an address that begins with https:// was expected."
        )
    return Provider(
        issuer=given["issuer"].rstrip("/"),
        client=given["client"],
        secret=given["secret"],
        name=given.get("name") or _NAME,
    )
