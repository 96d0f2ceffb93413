"""Where does a workforce come from: records in a folder, JSON Lines, CSV, a workbook of many people.

`sources` says what a name means, `pieces` cuts it, `reading` reads the pieces; `population` makes the workforce of them.
"""
