"""Masks over personal data: what is left of a value, and whom they apply to."""

import pytest

from records.masking.masks import masked
from records.masking.table import FIELDS, TABLE, Access
from records.models import Agent, Companion, Petitioner
from records.people import ROLES

# Columns of persons that tell nothing about them.
NOT_PERSONAL = {
    *("id", "petition_id", "ordinal", "certificate_type", "accepts_electronic", "is_verified"),
    *("is_representative", "standing", "has_mandate"),
}


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("name", "张三", "张*"),
        ("name", "欧阳修文", "欧***"),
        ("name", "甲", "甲*"),
        ("name", "", ""),
        ("phone", "13800001234", "138****34"),
        ("phone", "000-0000", "****00"),
        ("email", "petitioner@example.invalid", "p****@example.invalid"),
        ("id_number", "11010519491231002X", "110****2X"),
        ("id_number", "E12345", "****"),
        ("address", "示范省示范市某某区二号路3幢", "示范省示范市某某区****"),
        ("address", "示范小区3幢", "****"),
        ("employer", "某某厂", "****"),
    ],
)
def test_enough_is_left_to_know_it_again(field: str, value: str, left: str) -> None:
    assert masked(field, value) == left


def test_every_role_has_a_row() -> None:
    assert TABLE.keys() == set(ROLES)


def test_every_column_about_a_person_has_a_mask() -> None:
    columns = {
        name for model in (Petitioner, Companion, Agent) for name in model.model_fields
    } - NOT_PERSONAL
    assert columns == FIELDS.keys()


def test_certificate_and_telephone_are_open_to_nobody() -> None:
    for role, (_, contact, certificate, place) in TABLE.items():
        assert Access.open not in (contact, certificate, place), role


def test_who_runs_the_installation_sees_no_person() -> None:
    for role in ("manager", "administrator", "designer", "operator"):
        assert set(TABLE[role]) == {Access.masked}
