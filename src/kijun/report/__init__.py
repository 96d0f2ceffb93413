"""The document that a person takes to an interview: levels with their proofs, in short, as HTML or PDF."""
