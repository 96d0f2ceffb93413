"""What happened, who did it, and why: the trail that nobody writes over."""
