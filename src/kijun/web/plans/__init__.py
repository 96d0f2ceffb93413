"""Goals and the smallest steps to them, kept and followed."""
