"""`python -m chiso` is the command `chiso`."""

from chiso.cli.main import run

run()
