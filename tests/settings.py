"""The program's own settings in the test mode, whoever starts the tests and however; data in a folder that goes with them."""

import os
import tempfile
from pathlib import Path

_FOLDER = tempfile.TemporaryDirectory(prefix="chiso-tests-")
os.environ["CHISO_MODE"] = "test"
os.environ["CHISO_HOME"] = _FOLDER.name
(Path(_FOLDER.name) / "static").mkdir()

from chiso.web.project.settings import *  # noqa: E402, F403 (the mode and the folder must be set before)
