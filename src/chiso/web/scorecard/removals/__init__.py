"""Deleting what others rest on: first what goes and what depends on it, then the deleting."""
