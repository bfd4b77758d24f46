"""Demo units and accounts: an invented city and a district, one account per role, one password.

Made only in demo mode; accounts marked as demo cannot sign in outside it.
"""

from sqlmodel import Session

from records.models import Membership, Unit, User

DIVISION = "990100"
BUREAU = f"{DIVISION}-xf"
LOWER_BUREAU = f"{DIVISION}-qx"
REVIEW_BODY = f"{DIVISION}-xfc"
REREVIEW_BODY = "990000-fh"
DISCIPLINE = f"{DIVISION}-jw"
UNITS = {
    "zj": ("示范市住房和城乡建设局", "示住建"),
    "rs": ("示范市人力资源和社会保障局", "示人社"),
    "jy": ("示范市教育局", "示教"),
    "wj": ("示范市卫生健康委员会", "示卫"),
    "hb": ("示范市生态环境局", "示环"),
    "jt": ("示范市交通运输局", "示交"),
    "sc": ("示范市市场监督管理局", "示市监"),
}
BUREAU_ACCOUNTS = {
    "clerk": ("接待窗口", "window_clerk"),
    "classifier": ("分类岗", "classifier"),
    "leader": ("局领导", "bureau_leader"),
    "supervisor": ("督查科", "supervisor"),
    "follow_up": ("回访评价", "follow_up"),
    "sealed": ("检举控告专岗", "sealed_clerk"),
    "conference": ("联席会议办公室", "conference_office"),
    "manager": ("流程主管", "manager"),
    "operator": ("运维岗", "operator"),
    "designer": ("流程设计", "designer"),
    "auditor": ("审计岗", "auditor"),
    "admin": ("管理员", "administrator"),
}
UNIT_ACCOUNTS = {
    "acceptance": ("收文受理", "acceptance_clerk"),
    "handler": ("承办人", "handler"),
    "handler2": ("承办人乙", "handler"),
    "legal": ("法制审核", "legal_reviewer"),
    "unit_leader": ("单位负责人", "unit_leader"),
}
REVIEW_ACCOUNTS = {
    "review_clerk": ("复查收件", "review_clerk"),
    "review_handler": ("复查承办", "review_handler"),
    "review_handler2": ("复查承办乙", "review_handler"),
    "review_leader": ("复查机构负责人", "unit_leader"),
}
REVIEW_BODIES = {REVIEW_BODY: "", REREVIEW_BODY: "re"}


def seed_demo(session: Session, *, password_hash: str) -> None:
    """Add what is missing of the demo city. Safe to repeat. `password_hash` is of DEMO_PASSWORD."""
    _add_unit(session, BUREAU, "示范市信访局", "示信", "01", "bureau", None)
    _add_unit(
        session, REREVIEW_BODY, "示范省信访事项复查复核委员会", "省复", "53", "review_body", None
    )
    session.flush()
    _add_unit(
        session,
        REVIEW_BODY,
        "示范市信访事项复查复核委员会",
        "示复",
        "50",
        "review_body",
        REREVIEW_BODY,
    )
    _add_unit(session, DISCIPLINE, "示范市监察委员会", "示监", "52", "supervision", None)
    _add_unit(session, LOWER_BUREAU, "示范市城关区信访局", "城信", "51", "bureau", BUREAU, "county")
    for place, (short, (name, designation)) in enumerate(UNITS.items(), start=2):
        unit_id = f"{DIVISION}-{short}"
        _add_unit(session, unit_id, name, designation, f"{place:02d}", "department", BUREAU)
    session.flush()
    for user_id, (name, role) in BUREAU_ACCOUNTS.items():
        _add_account(session, user_id, name, role, BUREAU, password_hash)
    _add_account(
        session, "classifier_qx", "城关区分类岗", "classifier", LOWER_BUREAU, password_hash
    )
    for body, prefix in REVIEW_BODIES.items():
        for user_id, (name, role) in REVIEW_ACCOUNTS.items():
            _add_account(session, f"{prefix}{user_id}", name, role, body, password_hash)
    for short, (unit_name, _) in UNITS.items():
        for prefix, (name, role) in UNIT_ACCOUNTS.items():
            _add_account(
                session,
                f"{prefix}_{short}",
                f"{unit_name.removeprefix('示范市')}{name}",
                role,
                f"{DIVISION}-{short}",
                password_hash,
            )


def _add_unit(
    session: Session,
    unit_id: str,
    name: str,
    designation: str,
    serial: str,
    kind: str,
    parent: str | None,
    level: str | None = None,
) -> None:
    if session.get(Unit, unit_id) is None:
        session.add(
            Unit(
                id=unit_id,
                name=name,
                designation=designation,
                division=unit_id.partition("-")[0],
                serial=serial,
                kind=kind,
                level=level,
                parent_id=parent,
                is_demo=True,
            )
        )


def _add_account(
    session: Session, user_id: str, name: str, role: str, unit_id: str, password_hash: str
) -> None:
    if session.get(User, user_id) is None:
        session.add(User(id=user_id, name=name, password_hash=password_hash, is_demo=True))
        session.flush()
        session.add(Membership(user_id=user_id, role=role, unit_id=unit_id))
