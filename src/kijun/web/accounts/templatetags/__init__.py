"""What do the templates of this slice ask?"""
