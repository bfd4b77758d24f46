"""A task of another unit does not exist, whatever is asked of it."""

import httpx

from tests.api.task_work.calls import ask


async def test_a_foreign_task_does_not_exist(foreigner: httpx.AsyncClient, hearing: int) -> None:
    body = {"user": "handler2_zj", "question": "请核实。"}
    for path, method, sent in (
        ("delegation", "POST", body),
        ("delegation/answer", "POST", {"answer": "好"}),
        ("delegation", "DELETE", {}),
        ("opinions", "POST", {"users": ["handler2_zj"], "question": "请核实。"}),
        ("opinions/mine", "PUT", {"stance": "agree"}),
        ("opinions/legal_zj", "DELETE", {}),
        ("urge", "POST", {"text": "请抓紧"}),
        ("remarks", "POST", {"text": "备注"}),
        ("send-back", "POST", {"reason": "不清楚"}),
        ("draft", "GET", {}),
        ("draft", "PUT", {"data": {}}),
        ("draft", "DELETE", {}),
    ):
        answer = await ask(foreigner, hearing, path, method, **sent)
        assert (answer.status_code, answer.json()["error"]) == (404, "TaskNotFound"), path
