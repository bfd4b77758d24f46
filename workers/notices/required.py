"""What a notice must say: every value, unless it is declared optional."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_type_hints


@dataclass(frozen=True)
class Says:
    """What a value is called in Chinese, for whoever has to fill it in: `Annotated[str, Says(..)]`.

    An optional value may be empty; its template then leaves the passage out.
    """

    label: str
    optional: bool = False


def missing_from(notice: object) -> tuple[str, ...]:
    """Labels of the values that are empty and must not be, those of nested dataclasses too.

    Empty are None, a text without letters, and a tuple without a value; False and 0 say something.
    """
    return tuple(_missing(notice))


def _missing(values: object) -> Iterator[str]:
    if not is_dataclass(values):
        return
    for name, says in says_of(type(values)).items():
        value = getattr(values, name)
        if _is_empty(value):
            if not says.optional:
                yield says.label
        else:
            yield from _missing(value)


def says_of(kind: type[Any]) -> dict[str, Says]:
    """How each field of a dataclass is declared. Raises KeyError for a field without Says."""
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for field in fields(kind):
        declared = getattr(hints[field.name], "__metadata__", ())
        says = next((one for one in declared if isinstance(one, Says)), None)
        if says is None:
            raise KeyError(f"{kind.__name__}.{field.name} is not annotated with Says")
        found[field.name] = says
    return found


def _is_empty(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(_is_empty(one) for one in value)
    return value is None
