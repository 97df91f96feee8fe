"""Vị trí: where a subject stands among those it is ranked with, component by component."""
