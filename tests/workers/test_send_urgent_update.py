"""send_urgent_update - article 25: each update that was decided goes out once."""

from dataclasses import replace

from tests.workers.conftest import Case, StandingClock, job
from tests.workers.urgent import MEASURES, SITUATION, decide, row, urgent_report
from workers.urgent_report.send_urgent_update import send_urgent_update


def test_each_step_of_the_engine_sends_one(case: Case, clock: StandingClock) -> None:
    urgent_id = urgent_report(case, clock.now())
    drafted = {"situation": SITUATION, "measures": MEASURES}
    decide(case, "draft_urgent_report", clock.now(), 1, **drafted)
    for step, words in ((3, "已经劝离"), (4, "已经安置")):
        clock.moment = clock.moment.replace(minute=step)
        decide(case, "follow_urgent_matter", clock.now(), step, measures=words)
        for _ in range(2):
            send_urgent_update(replace(job(), element_instance_key=step), urgent_id)
    bodies = [one.body for one in case.documents() if one.element_id == "send_urgent_update"]
    assert len(bodies) == 2 == row(case, urgent_id).updates
    assert [
        words in body for words, body in zip(("已经劝离", "已经安置"), bodies, strict=True)
    ] == [
        True,
        True,
    ]
