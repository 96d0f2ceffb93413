"""How is a career record an Excel workbook?

`outgoing` makes the workbook, `incoming` reads one; `mapping` says which column holds what. Nothing is imported here, so
that the child that parses a workbook starts quickly.
"""
