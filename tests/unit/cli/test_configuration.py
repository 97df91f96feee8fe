"""What the program does where its environment is not set."""

import os
import subprocess
import sys


def served(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the server in production with nothing but these variables."""
    own = ("CHISO_", "DJANGO_", "DATABASE_")
    around = os.environ.items()  # noqa: TID251 (what is taken away from it is the point)
    kept = {name: value for name, value in around if not name.startswith(own)}
    command = [sys.executable, "-m", "chiso", "--lang", "vi", "serve"]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, check=False, timeout=60)


def test_production_is_the_default_and_does_not_start_without_a_secret_key(tmp_path):
    done = served(CHISO_HOME=str(tmp_path))
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "CHISO_SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_mode_is_told(tmp_path):
    done = served(CHISO_HOME=str(tmp_path), CHISO_MODE="thu")
    assert done.returncode == 2
    assert "'thu'" in done.stderr
