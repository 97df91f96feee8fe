"""What a road to a target stands on: the table of peers it starts from, and the moves of the years before."""
