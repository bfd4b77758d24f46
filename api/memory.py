"""Keeps the process small: few threads, and memory given back to the system."""

import contextlib
import ctypes
import sys

import anyio.to_thread

M_MMAP_THRESHOLD = -3
M_ARENA_MAX = -8
ARENAS = 2
GIVEN_BACK_FROM_BYTES = 1024 * 1024
# Requests that read or write, password checks, static files.
THREADS = 16


def keep_memory_low() -> None:
    """Tell glibc to keep few arenas and to give large blocks (password hashing) back at once.

    By default every thread gets an arena of its own, and a freed large block makes glibc keep the
    next ones. Elsewhere than on Linux this does nothing.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(M_ARENA_MAX, ARENAS)
        libc.mallopt(M_MMAP_THRESHOLD, GIVEN_BACK_FROM_BYTES)


def limit_threads() -> None:
    """Bound the pool that runs synchronous routes; call inside the running loop."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
