"""Runs cases of test/conformance/sdk/ with the SDK for Python: one case per line in, one outcome per line out.

With ``--async`` they are run with ``AsyncDream``, each in an event loop of its own.
"""

import json
import sys
from pathlib import Path

# Nothing is to be left beside the sources.
sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[3] / "sdks" / "python" / "src"))

from driver_case import run_case, run_case_async  # noqa: E402


def main() -> None:
    run = run_case_async if "--async" in sys.argv else run_case
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


main()
