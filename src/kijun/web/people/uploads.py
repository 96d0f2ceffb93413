"""When does a request hold too much?

The body of a request is counted while it comes in, and not read further once it is too large, whoever sent it and whatever it
said about its length.
"""

from __future__ import annotations

from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class MostUploaded(FileUploadHandler):
    """Stands before the handlers that keep files, and stops the reading. The answer is the page of `errors.bad_request`."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],  # the signature is Django's
        META: dict[str, Any],  # noqa: N803
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Refuse at once what says that it is too large."""
        self.counted = 0
        _refuse_more_than_most(content_length)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count what came in, and pass it on."""
        self.counted += len(raw_data)
        _refuse_more_than_most(self.counted)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def _refuse_more_than_most(count: int) -> None:
    if count > settings.MOST_UPLOADED:
        raise RequestDataTooBig("the files of a request are larger than settings.MOST_UPLOADED")
