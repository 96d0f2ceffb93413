"""How does a career record come in from other formats, and go out to them?

One room for each format: its mapping, what comes in, what goes out.
"""
