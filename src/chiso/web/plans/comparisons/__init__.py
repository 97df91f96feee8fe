"""So sánh: what differs between two versions of a plan."""
