"""What is answered at each address of the slice?"""
