"""How does a company tailor another standard to its own, writing down only what it changes?"""
