"""Nhập kế hoạch: from an uploaded document through its review to a running plan."""
