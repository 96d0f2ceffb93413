"""`python -m kijun.web`: what `kijun serve` starts."""

from __future__ import annotations

import sys

from kijun.web.serve import main

sys.exit(main(sys.argv[1:]))
