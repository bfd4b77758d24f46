"""Units that the demo city lacks: one below housing, one with no superior here, one to merge."""

from records.models import Membership, Unit
from tests.running import Running

ZJ, RS, JY = "990100-zj", "990100-rs", "990100-jy"
LOWER_BUREAU, DISCIPLINE = "990100-qx", "990100-jw"
RAILWAY, ESTATES, HEATING = "990100-tl", "990100-zj-wy", "990100-gr"
DRAINAGE = "990100-ps"
ROLES = (
    ("acceptance", "acceptance_clerk"),
    ("handler", "handler"),
    ("handler2", "handler"),
    ("legal", "legal_reviewer"),
    ("unit_leader", "unit_leader"),
)


def add_units(xinfang: Running) -> None:
    """Add them; the people of housing serve in the two that handle."""
    with xinfang.database.transaction() as session:
        for unit_id, name, designation, serial, parent, level in (
            (ESTATES, "示范市物业管理中心", "示物", "70", ZJ, "township"),
            (RAILWAY, "示范铁路办事处", "示铁", "71", None, None),
            (HEATING, "示范市供热办公室", "示热", "72", "990100-xf", None),
            (DRAINAGE, "示范市排水办公室", "示排", "73", "990100-xf", None),
        ):
            session.add(
                Unit(
                    id=unit_id,
                    name=name,
                    designation=designation,
                    division="990100",
                    serial=serial,
                    kind="department",
                    level=level,
                    parent_id=parent,
                    is_demo=True,
                )
            )
        session.flush()
        for unit_id in (ESTATES, HEATING, DRAINAGE):
            for prefix, role in ROLES:
                session.add(Membership(user_id=f"{prefix}_zj", role=role, unit_id=unit_id))
