"""What do the slices above hear about records?

`collecting_own_data` is sent with `person` when somebody takes out everything that is kept about them: a receiver answers with
the name of what it keeps and the plain values, as JSON can hold them. `record_erased` is sent with `record` in the transaction
that erases it, before its rows go.
"""

from __future__ import annotations

from django.dispatch import Signal

collecting_own_data = Signal()
record_erased = Signal()
