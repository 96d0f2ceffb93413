"""The web application: a person's career record, judged in the browser."""
