"""The engines that the relations run on: embedded, or a cluster."""

import ibis

# Steps that are put into one statement would work out again whatever is used twice, and take long to be put there.
ibis.options.sql.fuse_selects = False
