"""Where letters go, by the address of a mail server."""

from __future__ import annotations

import pytest

from kijun.web.mail import UnknownMailServer, mail_of


def test_without_a_server_letters_go_to_the_terminal() -> None:
    assert mail_of("")["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_a_server_elsewhere_is_spoken_to_in_secret() -> None:
    found = mail_of("smtp://kijun:p%40ss@mail.example")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_HOST_PASSWORD"]) == ("mail.example", 587, "p@ss")
    assert found["EMAIL_USE_TLS"]
    assert mail_of("smtps://mail.example")["EMAIL_USE_SSL"]


def test_a_server_on_this_machine_needs_no_secret() -> None:
    assert not mail_of("smtp://localhost:2525")["EMAIL_USE_TLS"]


@pytest.mark.parametrize("address", ["mail.example", "imap://mail.example", "smtp://"])
def test_what_is_no_mail_server_is_refused(address: str) -> None:
    with pytest.raises(UnknownMailServer, match="smtp://"):
        mail_of(address)
