"""Which standards are installed, and how are their folders and people's records loaded?"""
