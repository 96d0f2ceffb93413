"""What may be forgotten, and when?

Nothing here touches what somebody has on record or its history.
"""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from kijun.web.people.files.store import orphans
from kijun.web.people.importing import forget_old_uploads
from kijun.web.people.models import Draft


def tidy_up(*, drafts_kept: timedelta) -> None:
    """Forget ended sessions, old drafts and uploads that were not confirmed, and files that no record names."""
    call_command("clearsessions")
    Draft.objects.filter(saved_at__lt=timezone.now() - drafts_kept).delete()
    forget_old_uploads()
    orphans()
