"""What would be enough: the smallest additions to a record that make a cell met."""
