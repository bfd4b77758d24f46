"""send_urgent_report - article 25: to the government, upwards, to department and conference."""

from tests.workers.at_bureau import OTHER
from tests.workers.conftest import Case, StandingClock
from tests.workers.urgent import MEASURES, SITUATION, decide, log, row, urgent_report
from workers.urgent_report.send_urgent_report import send_urgent_report


def test_report_and_notice_go_out_once(case: Case, clock: StandingClock) -> None:
    urgent_id = urgent_report(case, clock.now())
    drafted = {"situation": SITUATION, "measures": MEASURES, "department": OTHER}
    decide(case, "draft_urgent_report", clock.now(), 1, **drafted)
    for _ in range(2):
        send_urgent_report(urgent_id)
    documents = {one.element_id: one for one in case.documents()}
    assert sorted(documents) == ["send_urgent_report", "send_urgent_report__letter"]
    special = documents["send_urgent_report"].body
    assert "本级党委、政府：" in special
    assert "抄报：上一级信访部门、国家信访局" in special
    assert MEASURES in special
    notice = documents["send_urgent_report__letter"].body
    assert "示范市人力资源和社会保障局、信访工作联席会议办公室：" in notice
    assert row(case, urgent_id).written_at == clock.now()
    assert [one.kind.value for one in log(case, urgent_id)] == ["written"]
