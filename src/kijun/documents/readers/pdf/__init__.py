"""What is printed in a PDF?"""
