"""The program's own settings in the test mode, whoever starts the tests and however."""

import os

os.environ.setdefault("CHISO_MODE", "test")

from chiso.web.project.settings import *  # noqa: E402, F403 (the mode must be set before)
