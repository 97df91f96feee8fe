"""Rubric: the closed set of rules that award points for facts. Missing facts leave the points missing."""
