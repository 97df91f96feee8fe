"""Kiểm tra kế hoạch: what is to be looked at before signing, what was put aside and why."""
