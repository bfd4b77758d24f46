"""The socket that a process of ours listens on: one for the application, one for the journal."""

import socket


def listen(host: str, port: int, *, waiting: int) -> socket.socket:
    """Listen on this address; port 0 takes any. At most `waiting` connections wait to be taken.

    Raises OSError when the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named: the event loop turns Nagle's delay off only where it reads TCP. Without
    # it the second part of every answer waits 40 ms for the first to be acknowledged.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # Without it a process that was killed could not come back while old connections fade out.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(waiting)
    except OSError:
        listening.close()
        raise
    return listening
