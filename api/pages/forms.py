"""What HTML forms share: where to go on afterwards."""


def local_path(path: str | None) -> str:
    """A path of ours to go on to; anything else is the start page."""
    if path and path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path:
        return path
    return "/"
