"""What is printed in a file, whatever its format?"""
