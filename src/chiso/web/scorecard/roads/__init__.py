"""Lộ trình: what a tenth of a point is worth, what the target needs, and the cheapest way there."""
