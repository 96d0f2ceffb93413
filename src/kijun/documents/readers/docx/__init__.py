"""What is printed in a document of Word?"""
