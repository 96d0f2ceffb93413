"""What is asked of somebody whom the organisation's provider knows, and of whom it does not tell the address?"""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.forms import SignupForm

from kijun.web.accounts.forms.entrance import ADDRESS, say


class Complete(SignupForm):  # type: ignore[misc]
    """The address that is missing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, email=ADDRESS)
