"""The numeric libraries load while nobody waits."""

import subprocess
import sys

SCRIPT = """
import sys
from chiso.web.project.warming import ENGINES, warm
print([name in sys.modules for name in ENGINES])
thread = warm()
thread.join()
print(thread.daemon, [name in sys.modules for name in ENGINES])
"""


def test_the_engines_are_loaded_by_a_thread_that_never_holds_up_the_end():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, encoding="utf-8", check=True)

    assert ["[False, False, False, False]", "True [True, True, True, True]"] == done.stdout.splitlines()
