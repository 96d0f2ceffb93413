"""How are results written for other programs? One file for each shape that docs/reference describes; the shapes are fixed.

The command line and the API write the same ones. Nothing comes in by them.
"""
