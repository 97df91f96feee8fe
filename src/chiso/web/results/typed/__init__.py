"""Number fields of forms that come as addresses: what they say, and what is wrong with what was typed."""
