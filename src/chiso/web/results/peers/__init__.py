"""Tables of all units that are ranked together: entered, shown, computed again, given out."""
