"""How sure scores and ranks are, and what leads to a better one."""
