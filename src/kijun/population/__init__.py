"""A whole workforce at once: the second reading of the criteria, as relations. It never imports the first, `judgement`."""
