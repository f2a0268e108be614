"""Locks that the system holds: they end with the process, however it ends; apart, since systems differ."""

from __future__ import annotations

import errno
import os
import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""How the systems say that another process has the lock; other answers are of file systems without locks."""
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
        return error.errno not in _TAKEN
    return True
