"""Run at the start of the frozen program: other programs that it opens get their own libraries, not ours."""

import os


def _clean() -> None:
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


_clean()
