"""What do the slices above hear about accounts?

`person_joined` is sent in the transaction that makes an account, with `person`, `employee` (their number), `name` and `actor` (None: themselves): whoever
keeps something for everybody opens it then.
"""

from __future__ import annotations

from django.dispatch import Signal

person_joined = Signal()
