"""Whose address a request comes from, with and without proxies."""

from __future__ import annotations

from django.test import RequestFactory

from kijun.web.accounts.client import address_of


def test_without_a_proxy_nobody_is_believed_who_says_to_be_somebody_else() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert address_of(request, proxies=0) == "192.0.2.1"


def test_behind_proxies_as_many_addresses_are_believed_as_there_are_proxies() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6, 203.0.113.9, 10.0.0.2")
    assert address_of(request, proxies=1) == "10.0.0.2"
    assert address_of(request, proxies=2) == "203.0.113.9"
    assert address_of(request, proxies=9) == "127.0.0.1"
