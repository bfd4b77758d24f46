"""Tables of the journal: the engine's own record stream and its projections.

Schema `journal`. Keys are the engine's (64-bit); times are epoch milliseconds as the records carry
them; a null end time means "not ended". Written by the journal receiver alone.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(schema="journal")


def _key(name: str = "key") -> Column[int]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


# --- the stream itself ---------------------------------------------------------------------------

high_water = Table(
    "high_water",
    metadata,
    Column("partition_id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("record_time", BigInteger, nullable=False),
    comment="Last applied position of each partition: what is at or below it is a repetition.",
)

batch = Table(
    "batch",
    metadata,
    Column("partition_id", Integer, primary_key=True, autoincrement=False),
    Column("first_position", BigInteger, primary_key=True, autoincrement=False),
    Column("last_position", BigInteger, nullable=False),
    Column("records", Integer, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="The records as they came, each once: zlib-compressed JSON lines, for rebuild and proof.",  # noqa: E501
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("partition_id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("value_type", String(60), nullable=False),
    Column("intent", String(60), nullable=False),
    Column("error", Text, nullable=False),
    Column("set_aside_at", BigInteger, nullable=False),
    comment="Records our side could not digest: acknowledged, kept in `batch`, named here.",
)

# --- definitions ---------------------------------------------------------------------------------

process = Table(
    "process",
    metadata,
    _key("definition_key"),
    Column("process_id", String(200), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("version_tag", String(100)),
    Column("name", String(200)),
    Column("resource_name", String(300), nullable=False),
    Column("xml", Text, nullable=False),
    Column("deployed_at", BigInteger, nullable=False),
)

form = Table(
    "form",
    metadata,
    _key("form_key"),
    Column("form_id", String(200), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("deployed_at", BigInteger, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    _key("decision_key"),
    Column("decision_id", String(200), nullable=False, index=True),
    Column("name", String(200)),
    Column("version", Integer, nullable=False),
    Column("requirements_key", BigInteger),
    Column("deployed_at", BigInteger, nullable=False),
)

requirements = Table(
    "requirements",
    metadata,
    _key("requirements_key"),
    Column("requirements_id", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("xml", Text, nullable=False),
    Column("deployed_at", BigInteger, nullable=False),
)

# --- the flow ------------------------------------------------------------------------------------

instance = Table(
    "instance",
    metadata,
    _key(),
    Column("process_id", String(200), nullable=False),
    Column("definition_key", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("parent_key", BigInteger, index=True),
    Column("parent_element_key", BigInteger),
    Column("root_key", BigInteger, nullable=False, index=True),
    Column("business_key", String(100), index=True, comment="petition_id of the root instance"),
    Column("state", String(20), nullable=False, comment="active, completed, terminated"),
    Column("started_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Index("ix_instance_process_state", "process_id", "state"),
)

element_instance = Table(
    "element_instance",
    metadata,
    _key(),
    Column("instance_key", BigInteger, nullable=False, index=True),
    Column("definition_key", BigInteger, nullable=False),
    Column("element_id", String(200), nullable=False),
    Column("element_type", String(60), nullable=False, comment="BPMN type as Zeebe names it"),
    Column("scope_key", BigInteger),
    Column("state", String(20), nullable=False, comment="active, completed, terminated"),
    Column("started_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Index("ix_element_instance_definition", "definition_key", "element_id", "state"),
)

taken_flow = Table(
    "taken_flow",
    metadata,
    Column("instance_key", BigInteger, primary_key=True, autoincrement=False),
    Column("flow_id", String(200), primary_key=True),
    Column("definition_key", BigInteger, nullable=False, index=True),
    Column("times", Integer, nullable=False),
    Column("last_taken_at", BigInteger, nullable=False),
)

user_task = Table(
    "user_task",
    metadata,
    _key(),
    Column("element_instance_key", BigInteger, nullable=False, index=True),
    Column("instance_key", BigInteger, nullable=False, index=True),
    Column("root_key", BigInteger, nullable=False),
    Column("business_key", String(100), index=True),
    Column("process_id", String(200), nullable=False),
    Column("definition_key", BigInteger, nullable=False),
    Column("element_id", String(200), nullable=False),
    Column("form_key", BigInteger),
    Column("assignee", String(200), comment="as the engine has it; task_hold in records decides"),
    Column("candidate_groups", Text, nullable=False, comment="JSON list"),
    Column("candidate_users", Text, nullable=False, comment="JSON list"),
    Column("priority", Integer),
    Column("due_at", BigInteger),
    Column("state", String(20), nullable=False, comment="created, completed, canceled"),
    Column("created_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Index("ix_user_task_state_created", "state", "created_at", "key"),
)

user_task_group = Table(
    "user_task_group",
    metadata,
    Column("group_name", String(200), primary_key=True),
    Column("task_key", BigInteger, primary_key=True, autoincrement=False, index=True),
    comment="Open tasks by candidate group (role@unit); rows go when the task ends.",
)

user_task_change = Table(
    "user_task_change",
    metadata,
    Column("task_key", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False, index=True),
    comment="Tasks in the order they last changed, by a trigger on user_task: who follows them "
    "asks for what is above the number seen last.",
)

timer = Table(
    "timer",
    metadata,
    _key(),
    Column("instance_key", BigInteger, nullable=False, index=True),
    Column("element_instance_key", BigInteger, nullable=False),
    Column("element_id", String(200), nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("state", String(20), nullable=False, comment="created, triggered, canceled"),
    Column("created_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
)

variable = Table(
    "variable",
    metadata,
    Column("scope_key", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(200), primary_key=True),
    Column("instance_key", BigInteger, nullable=False, index=True),
    Column("value", Text, nullable=False, comment="JSON text"),
    Column("updated_at", BigInteger, nullable=False),
)

decision_evaluation = Table(
    "decision_evaluation",
    metadata,
    _key(),
    Column("decision_id", String(200), nullable=False),
    Column("decision_key", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("instance_key", BigInteger, index=True, comment="null: asked for by command"),
    Column("element_instance_key", BigInteger),
    Column("element_id", String(200)),
    Column("inputs", Text, nullable=False, comment="JSON object: value by input id"),
    Column("output", Text, nullable=False, comment="JSON value"),
    Column("matched_rules", Text, nullable=False, comment="JSON list of rule ids, in order"),
    Column("state", String(20), nullable=False, comment="evaluated, failed"),
    Column("evaluated_at", BigInteger, nullable=False),
)

incident = Table(
    "incident",
    metadata,
    _key(),
    Column("instance_key", BigInteger, nullable=False, index=True),
    Column("element_instance_key", BigInteger, nullable=False),
    Column("element_id", String(200), nullable=False),
    Column("job_key", BigInteger),
    Column("error_type", String(60), nullable=False),
    Column("message", Text, nullable=False),
    Column("state", String(20), nullable=False, comment="open, resolved"),
    Column("created_at", BigInteger, nullable=False),
    Column("resolved_at", BigInteger),
)

message_subscription = Table(
    "message_subscription",
    metadata,
    _key(),
    Column("instance_key", BigInteger, nullable=False, index=True),
    Column("element_instance_key", BigInteger, nullable=False),
    Column("message_name", String(200), nullable=False),
    Column("correlation_key", String(300), nullable=False),
    Column("state", String(20), nullable=False, comment="open, correlated, deleted"),
    Column("created_at", BigInteger, nullable=False),
    Index("ix_message_subscription_wait", "message_name", "correlation_key", "state"),
)
