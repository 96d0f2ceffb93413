"""The engines that the relations run on: embedded, or a cluster."""
