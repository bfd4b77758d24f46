"""Settings handed to a child process as XINFANG_* variables."""

from pydantic import SecretStr

from settings import Settings


def child_environment(settings: Settings) -> dict[str, str]:
    """Every setting that is set, as the child reads it."""
    values: dict[str, str] = {}
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            value = value.get_secret_value()
        if value is not None:
            values[f"XINFANG_{name.upper()}"] = str(value)
    return values
