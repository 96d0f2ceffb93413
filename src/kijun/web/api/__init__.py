"""The API: what the pages show and do, for programs that hold a key. It stands above the slices and decides nothing of its own."""
