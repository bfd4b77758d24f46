"""Matters, their facts and requests, serving of documents, the rest of the registration record."""

import sqlalchemy as sa
from alembic import op

from records.migrate import NoWayBack

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# SQLite keeps no names of constraints; so it calls the one it finds.
UNNAMED = {"uq": "uq_%(table_name)s_%(column_0_name)s"}


def upgrade() -> None:
    op.create_table(
        "agent",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("standing", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=50), nullable=True),
        sa.Column("has_mandate", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_agent_petition_id"), "agent", ["petition_id"], unique=False)

    op.create_table(
        "companion",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("id_number", sa.String(length=50), nullable=True),
        sa.Column("phone", sa.String(length=50), nullable=True),
        sa.Column("address", sa.String(length=500), nullable=True),
        sa.Column("is_representative", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("petition_id", "ordinal"),
    )
    op.create_index(op.f("ix_companion_petition_id"), "companion", ["petition_id"], unique=False)

    op.create_table(
        "earlier_step",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("organ", sa.String(length=200), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("petition_id", "ordinal"),
    )
    op.create_index(
        op.f("ix_earlier_step_petition_id"), "earlier_step", ["petition_id"], unique=False
    )

    op.create_table(
        "matter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=30), nullable=False),
        sa.Column("unit_id", sa.String(length=60), nullable=False),
        sa.Column("is_direct", sa.Boolean(), nullable=False),
        sa.Column("is_sealed", sa.Boolean(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("dispatch_mode", sa.String(length=30), nullable=False),
        sa.Column("report_due_on", sa.Date(), nullable=True),
        sa.Column("dispatched_at", sa.DateTime(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("route", sa.String(length=30), nullable=True),
        sa.Column("chosen_route", sa.String(length=40), nullable=True),
        sa.Column("procedure", sa.String(length=30), nullable=True),
        sa.Column("simple_ground", sa.String(length=30), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("objections_agreed", sa.Integer(), nullable=False),
        sa.Column("is_objection_refused", sa.Boolean(), nullable=False),
        sa.Column("handler_id", sa.String(length=60), nullable=True),
        sa.Column("outcome", sa.String(length=30), nullable=True),
        sa.Column("facts", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("legal_basis", sa.Text(), nullable=True),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("signed_by", sa.String(length=60), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("end", sa.String(length=30), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["handler_id"], ["user.id"]),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.ForeignKeyConstraint(["signed_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("petition_id", "ordinal"),
    )
    op.create_index(op.f("ix_matter_petition_id"), "matter", ["petition_id"], unique=False)
    op.create_index(op.f("ix_matter_unit_id"), "matter", ["unit_id"], unique=False)

    op.create_table(
        "petition_flag",
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("flag", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("petition_id", "flag"),
    )
    op.create_table(
        "rating",
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("bureau", sa.String(length=40), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("rated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("petition_id"),
    )
    op.create_table(
        "related_petition",
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("earlier_id", sa.String(length=36), nullable=False),
        sa.Column("same_person", sa.Boolean(), nullable=False),
        sa.Column("linked_by", sa.String(length=60), nullable=False),
        sa.Column("linked_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["earlier_id"], ["petition.id"]),
        sa.ForeignKeyConstraint(["linked_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("petition_id", "earlier_id"),
    )
    op.create_table(
        "extension_request",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("asked_by", sa.String(length=60), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("is_approved", sa.Boolean(), nullable=True),
        sa.Column("decided_by", sa.String(length=60), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["decided_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_extension_request_matter_id"), "extension_request", ["matter_id"], unique=False
    )

    op.create_table(
        "interested_handler",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("matter_id", "user_id"),
    )
    op.create_table(
        "interim_answer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("matter_id", sa.String(length=36), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.String(length=60), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.ForeignKeyConstraint(["sent_by"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_interim_answer_petition_id"), "interim_answer", ["petition_id"], unique=False
    )

    op.create_table(
        "matter_fact",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.PrimaryKeyConstraint("matter_id", "name"),
    )
    op.create_table(
        "document_service",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=30), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("is_served", sa.Boolean(), nullable=False),
        sa.Column("is_proved", sa.Boolean(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("consented", sa.Boolean(), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("relation", sa.String(length=200), nullable=False),
        sa.Column("witness", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=500), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("server_id", sa.String(length=60), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document_id", "ordinal"),
    )
    op.create_index(
        op.f("ix_document_service_document_id"), "document_service", ["document_id"], unique=False
    )

    op.create_table(
        "supervision",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("matter_id", sa.String(length=36), nullable=True),
        sa.Column("unit_id", sa.String(length=60), nullable=False),
        sa.Column("trigger", sa.String(length=40), nullable=False),
        sa.Column("clock_id", sa.String(length=36), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["clock_id"], ["clock.id"]),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("clock_id", "due_on"),
    )
    op.create_index(
        op.f("ix_supervision_petition_id"), "supervision", ["petition_id"], unique=False
    )
    op.create_index(op.f("ix_supervision_unit_id"), "supervision", ["unit_id"], unique=False)

    with op.batch_alter_table("clock") as batch:
        batch.add_column(sa.Column("matter_id", sa.String(length=36), nullable=True))
        batch.create_index(batch.f("ix_clock_matter_id"), ["matter_id"], unique=False)
        batch.create_foreign_key("fk_clock_matter_id_matter", "matter", ["matter_id"], ["id"])

    with op.batch_alter_table("document", naming_convention=UNNAMED) as batch:
        batch.add_column(sa.Column("matter_id", sa.String(length=36), nullable=True))
        batch.add_column(
            sa.Column("occasion", sa.String(length=60), nullable=False, server_default="")
        )
        batch.add_column(
            sa.Column(
                "addressee", sa.String(length=20), nullable=False, server_default="petitioner"
            )
        )
        batch.create_index(batch.f("ix_document_matter_id"), ["matter_id"], unique=False)
        batch.drop_constraint(_unique_of_document(), type_="unique")
        batch.create_unique_constraint(
            "uq_document_petition_id", ["petition_id", "element_id", "occasion"]
        )
        batch.create_foreign_key("fk_document_matter_id_matter", "matter", ["matter_id"], ["id"])

    with op.batch_alter_table("petition") as batch:
        batch.add_column(sa.Column("posted_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("people", sa.Integer(), nullable=False, server_default="1"))
        batch.add_column(sa.Column("incident_place", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("division", sa.String(length=12), nullable=True))
        batch.add_column(sa.Column("content_class", sa.String(length=12), nullable=True))
        batch.add_column(
            sa.Column("is_name_clear", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        batch.add_column(
            sa.Column("is_read_back", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.add_column(sa.Column("repetition", sa.String(length=40), nullable=True))
        batch.add_column(
            sa.Column("is_sealed", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.add_column(sa.Column("end", sa.String(length=30), nullable=True))
        batch.create_index(batch.f("ix_petition_is_sealed"), ["is_sealed"], unique=False)

    with op.batch_alter_table("petitioner") as batch:
        batch.add_column(sa.Column("former_name", sa.String(length=200), nullable=True))
        batch.add_column(sa.Column("certificate_type", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("household_address", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("residence", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("email", sa.String(length=200), nullable=True))
        batch.add_column(sa.Column("employer", sa.String(length=200), nullable=True))
        batch.add_column(
            sa.Column("accepts_electronic", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.add_column(
            sa.Column("is_verified", sa.Boolean(), nullable=False, server_default=sa.false())
        )

    with op.batch_alter_table("task_decision") as batch:
        batch.add_column(sa.Column("matter_id", sa.String(length=36), nullable=True))
        batch.create_index(batch.f("ix_task_decision_matter_id"), ["matter_id"], unique=False)
        batch.create_foreign_key(
            "fk_task_decision_matter_id_matter", "matter", ["matter_id"], ["id"]
        )


def _unique_of_document() -> str:
    """What the constraint on petition and element is called here."""
    if op.get_bind().dialect.name == "sqlite":
        return "uq_document_petition_id"
    return "document_petition_id_element_id_key"


def downgrade() -> None:
    raise NoWayBack
