"""Độ chắc chắn: how sure a rank is when the weights, the method or the surveyed scores might be otherwise."""
