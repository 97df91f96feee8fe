"""Chỉ Số: from a signed improvement plan to a running, exactly scored governance index."""

__version__ = "0.1.0"
