"""How much may somebody hand in?"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000
MOST_OF_A_FILE: Final = 10 * MEGABYTE
"""Bytes of one file of evidence."""
MOST_OF_A_PERSON: Final = 200 * MEGABYTE
"""Bytes of all files of a record, those that only its history still names among them."""
MOST_FILES: Final = 50
"""Files on record of one person."""
MOST_LETTERS_OF_A_NAME: Final = 120
MOST_LETTERS_OF_A_NOTE: Final = 400
MOST_IMPORTED: Final = 5 * MEGABYTE
"""Bytes of a record file that is imported, and of what it says."""
MOST_ENTRIES: Final = 5_000
"""Entries of a file that is imported: a page that shows more of them is waited for by everybody."""
