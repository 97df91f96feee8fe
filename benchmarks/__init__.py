"""Benchmarks: what is measured, against which budget; run with `make bench`."""
