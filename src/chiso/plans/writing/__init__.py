"""Writing a plan: from the value to an official document in the office's standard form."""

from chiso.plans.writing.layout import write

__all__ = ["write"]
