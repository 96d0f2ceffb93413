"""What do people see of accounts, and how do they come in?"""
