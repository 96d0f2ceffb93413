"""What is asked of people, and when is an answer right?"""
