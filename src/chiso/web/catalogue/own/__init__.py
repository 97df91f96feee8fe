"""Phiên bản của cơ quan: an agency fills in what the packs had to leave absent."""
