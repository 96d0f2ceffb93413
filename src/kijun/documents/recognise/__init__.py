"""What do the printed words mean? One file for each thing that is recognised."""
