"""Locks that the system holds: they end with the process, however it ends."""

from __future__ import annotations

import errno
import os
import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""How a file system says that it knows no locks."""
_FAR = 2**30
"""Windows locks stretches and keeps others from reading them; none of our files is so long."""


def lock_file(number: int) -> bool:
    """
    Lock an open file (its descriptor) for this process alone; False if another process has it.

    Where the file system knows no locks, everybody gets one.
    """
    try:
        if sys.platform == "win32":
            os.lseek(number, _FAR, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
            os.lseek(number, 0, os.SEEK_SET)
        else:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return sys.platform != "win32" and error.errno in _NO_LOCKS
    return True
