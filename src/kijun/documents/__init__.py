"""Which standard does a published document hold?"""
