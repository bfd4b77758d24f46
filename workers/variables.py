"""The process variables: ids, codes, dates and flags. Nothing about people goes to the engine."""

from typing import TypedDict


class Variables(TypedDict, total=False):
    """Every process variable there is, one per line."""

    petition_id: str  # id of the petition in records
    bureau: str  # unit id of the petition bureau, candidate group of its tasks
    form: str  # 信访形式, code of records.models.petition.PetitionForm
    tags: list[str]  # codes the decision table reads
    category_proposal: dict[str, str]  # in propose_category: answer of the table, by output
    proposed_category: str  # what propose_category proposes
    proposed_category_basis: str  # on what basis: an id of law.sources
    category: str  # 信访目的, code of records.models.petition.Category
    unit: str  # unit id of the unit with power, candidate group of its tasks
    outcome: str  # 处理意见, code of records.models.petition.Outcome
    handling_clock_id: str  # clock of the handling period in records
    handling_next_alert_at: str | None  # when its watcher wakes first, ISO with offset
    clock_id: str  # in watch_deadline: the clock it watches, correlation key of deadline_moved
    next_alert_at: str | None  # in watch_deadline: when it wakes next; null waits for a move
    is_clock_running: bool  # in watch_deadline: whether to go on watching
