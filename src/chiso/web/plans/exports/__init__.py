"""Xuất văn bản: a draft or a running plan as an official document."""
