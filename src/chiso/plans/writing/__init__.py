"""Writing a plan: from the value to an official document in the office's standard form."""

from chiso.plans.writing.layout import OWN_SENTENCES, write

__all__ = ["OWN_SENTENCES", "write"]
