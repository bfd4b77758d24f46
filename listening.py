"""The socket that the application listens on."""

import os
import socket

WAITING = 2048


def listen(host: str, port: int) -> socket.socket:
    """Listen on this address; port 0 takes any. Raises OSError when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named: the event loop turns Nagle's delay off only where it reads TCP. Without
    # it the second part of every answer waits 40 ms for the first to be acknowledged.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(WAITING)
    except OSError:
        listening.close()
        raise
    return listening
