"""The gRPC channel: quick to come back after the engine was away, for as long as we live."""

import grpc

OPTIONS = (
    # The vendor's own clients ping every 45 s; the gateway ends connections that ping more often.
    ("grpc.keepalive_time_ms", 45_000),
    ("grpc.keepalive_timeout_ms", 10_000),
    ("grpc.keepalive_permit_without_calls", 0),
    # After a restart of the engine go on within seconds; the default may wait for two minutes.
    ("grpc.initial_reconnect_backoff_ms", 200),
    ("grpc.min_reconnect_backoff_ms", 1_000),
    ("grpc.max_reconnect_backoff_ms", 2_000),
    # The engine stands beside us: a proxy of the environment is for the outside.
    ("grpc.enable_http_proxy", 0),
)


def open_channel(grpc_address: str) -> grpc.aio.Channel:
    """A channel to host:port. Call inside the running event loop; connects with the first call."""
    return grpc.aio.insecure_channel(grpc_address, options=OPTIONS)
