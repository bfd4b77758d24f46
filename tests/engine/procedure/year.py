"""The order in which the scenarios are lived through, and what people do on which day."""

from datetime import date, timedelta

from sqlalchemy import text

from law.instants import end_of_day
from law.succession import SuccessionKind
from records.clocks.many import withdraw_all
from records.unit_succession import succeed
from simulation.answers import Form, Task
from tests.engine.moved_time import now_of, today_of
from tests.engine.procedure.driver import Case, Cohort, Scenario, changed
from tests.engine.procedure.every_scenario import EVERY
from tests.engine.procedure.requests import opened_by_split, post, refused
from tests.engine.procedure.reviews import ask_after_the_window, ask_again, ask_at_once
from tests.engine.procedure.scenarios import objects
from tests.engine.procedure.units import DRAINAGE, HEATING, RS, ZJ, add_units
from tests.running import Running

NOT_ANY_MORE = {"is_extension_approved": "no", "note": "期限已经届满。"}
LATER = (
    "open_part_of_a_split",
    "repeated_in_progress",
    "sent_to_the_superior",
    "same_matter_of_another",
    "repeated_with_just_cause",
    "repeated_within_the_window",
    "repeated_after_the_window",
    "posted_within_the_window",
    "repeated_with_new_facts",
    "repeated_after_the_end",
    "repeated_after_the_rereview",
    "new_facts_after_the_rereview",
)
EVENING = timedelta(hours=3)
HOUSING = {"category": "claim", "unit": ZJ}
UNWATCHED = ("D01", "D01a", "D05", "D08", "D13", "D14", "D15", "D18")


def lived_through(xinfang: Running) -> Cohort:
    """Every scenario on this installation, from its filing to its end."""
    add_units(xinfang)
    cohort = Cohort(xinfang, EVERY)
    # Two days are left of the fifteen when the bureau forwards it.
    registered_on = today_of(xinfang) - timedelta(days=13)
    cohort["passed_down_late"].scenario.petition["received_on"] = registered_on.isoformat()
    live_through(cohort)
    return cohort


def repeats(name: str, earlier: str, end: str, **judged: object) -> Scenario:
    """The same person comes again with the matter of another scenario."""

    def judge(case: Case, _task: Task) -> Form:
        known = case.notes["cohort"][earlier].petition_id
        return {"same_matter": [known], "other_person": [], **judged}

    text = {
        "subject": f"请求事项 {earlier}",
        "text": f"反映事项 {earlier}",
        "petitioner_name": f"信访人{earlier}",
        "address": "示范路一号",
    }
    return Scenario(name, petition=text, answers={"judge_repetition": judge}, end=end)


def live_through(cohort: Cohort) -> None:
    """From the first filing until every case has ended."""
    cohort.file()
    cohort.work()
    take_in_the_open_part(cohort)
    ask_at_once(cohort)

    # The same day: a choice is made, a rating given; two people come again.
    post(cohort["route_chosen"], "clerk", "/matters/1/route", {"route": "arbitration"})
    wrong = {"route": "duty", "reason": "属请求履行职责"}
    post(cohort["route_corrected"], "unit_leader_zj", "/matters/1/route-correction", wrong)
    for name, case in cohort.cases.items():
        if name.startswith("unwatched_"):
            withdraw_clocks(case)
    merge_heating(cohort["merged_during_handling"])
    rating = {"bureau": "satisfied", "unit": "fairly_satisfied"}
    post(cohort["supported_and_rated"], "clerk", "/rating", rating)
    again(cohort, repeats("repeated_in_progress", "overdue", "repeated"))
    again(cohort, repeats("repeated_within_the_window", "supported_and_rated", "guided"))
    again(cohort, repeats("sent_to_the_superior", "in_progress_below", "refused"))
    again(cohort, of_another("same_matter_of_another", "in_progress_below"))
    release(cohort, "route_corrected", "merged_during_handling")
    again(cohort, repeats("repeated_after_the_rereview", "review_then_final", "no_longer_accepted"))
    again(
        cohort,
        repeats("new_facts_after_the_rereview", "review_then_final", "finished", new_facts=True),
    )
    cohort.work()

    pass_the_last_evening(cohort)
    cohort.pass_days(17)  # the wait for a choice is over
    release(cohort, "urgent_and_late")
    cohort.work()
    ask_again(cohort)
    in_eighteen_days = now_of(cohort.xinfang) + timedelta(days=18)
    merge_drainage(cohort)
    cohort.pass_until(in_eighteen_days)  # windows to ask for a review and to rate are over
    # Each watcher of a withdrawn clock has looked again by now, and ended.
    release(cohort, *(name for name in cohort.cases if name.startswith("unwatched_")))
    ask_after_the_window(cohort)
    again(cohort, repeats("repeated_after_the_window", "rejected_after_returns", "refused"))
    posted = repeats("posted_within_the_window", "objection_agreed_twice", "guided")
    posted.petition |= {"posted_on": cohort["objection_agreed_twice"].due("D07")}
    again(cohort, posted)
    again(
        cohort,
        repeats("repeated_with_new_facts", "objection_refused", "finished", new_facts=True),
    )
    again(
        cohort,
        repeats("repeated_with_just_cause", "extension_refused", "guided", just_cause=True),
    )
    mark_as_final(cohort["withdrawn_at_intake"])
    again(cohort, repeats("repeated_after_the_end", "withdrawn_at_intake", "no_longer_accepted"))
    cohort.work()

    cohort.pass_days(35)  # the handling period of who is late has ended
    waiting = cohort["extension_decided_too_late"]
    waiting.scenario.answers["decide_extension"] = refused_late
    release(cohort, "extension_decided_too_late", "overdue")
    cohort.work()
    cohort.pass_days(40)
    cohort.pass_days(40)


def of_another(name: str, earlier: str) -> Scenario:
    """Somebody else comes with the matter of another scenario."""

    def judge(case: Case, _task: Task) -> Form:
        known = [case.notes["cohort"][earlier].petition_id]
        return {"same_matter": known, "other_person": known}

    who = {"petitioner_name": f"信访人{name}", "address": "示范路二号"}
    petition = repeats(name, earlier, "finished").petition | who
    return Scenario(name, petition, {"judge_repetition": judge, "classify_petition": HOUSING})


def pass_the_last_evening(cohort: Cohort) -> None:
    """A unit objects in the last hours of its fifth working day; another does so a day later."""
    in_time, too_late = cohort["objects_on_the_last_evening"], cohort["objects_too_late"]
    last_day = date.fromisoformat(in_time.due("D04"))
    in_time.notes["last_day"] = last_day
    release(cohort, "objects_on_the_last_evening", "passed_down_late", "in_progress_below")
    cohort.pass_until(end_of_day(last_day) - EVENING)
    too_late.scenario.answers["examine_matter"] = refused("ObjectionTooLate", **objects())
    release(cohort, "objects_too_late")
    cohort.pass_days(1)


def release(cohort: Cohort, *names: str) -> None:
    """Let these go on with what they left open."""
    for name in names:
        cohort[name].notes["released"] = True
        cohort[name].left_open.clear()


def refused_late(case: Case, task: Task) -> Form:
    """The leader wants to approve after the last day: that is refused; so it is not extended."""
    refused("ExtensionTooLate", is_extension_approved="yes")(case, task)
    return changed(case.usual("decide_extension", task), NOT_ANY_MORE)


def withdraw_clocks(case: Case, *codes: str) -> None:
    """Take away the clock that is watched beside the open task, of these codes or the usual."""
    case.notes["withdrawn"] = True
    with case.xinfang.database.transaction() as session:
        withdraw_all(
            session,
            petition_id=case.petition_id,
            codes=codes or UNWATCHED,
            reason="更正",
            now=now_of(case.xinfang),
        )


def merge_heating(case: Case) -> None:
    """The unit that has answered is merged into another, before its report is checked."""
    case.notes["due_before"] = case.due("D05")
    with case.xinfang.database.transaction() as session:
        succeed(
            session,
            HEATING,
            {RS: ""},
            kind=SuccessionKind.merge,
            on=today_of(case.xinfang),
            basis="机构改革方案",
            actor="admin",
            now=now_of(case.xinfang),
        )


def take_in_the_open_part(cohort: Cohort) -> None:
    """What is no report became a petition of its own when it was split: somebody works on it."""
    case = Case(Scenario("open_part_of_a_split"), cohort.xinfang)
    case.number = opened_by_split(cohort["complaint_with_a_report"])
    (row,) = cohort.xinfang.query("SELECT id FROM petition WHERE number = :n", n=case.number)
    case.petition_id = row.id
    cohort.cases["open_part_of_a_split"] = case


def merge_drainage(cohort: Cohort) -> None:
    """The unit is merged on the fortieth day of sixty; its own people have left."""
    case = cohort["merged_on_day_forty"]
    accepted_on = date.fromisoformat(str(case.matters[0].accepted_on))
    fortieth = accepted_on + timedelta(days=40)
    cohort.pass_days((fortieth - today_of(case.xinfang)).days)
    case.notes["due_before"], case.notes["merged_on"] = case.due("D05"), today_of(case.xinfang)
    with case.xinfang.database.transaction() as session:
        session.execute(text("DELETE FROM membership WHERE unit_id = :unit"), {"unit": DRAINAGE})
        succeed(
            session,
            DRAINAGE,
            {RS: ""},
            kind=SuccessionKind.merge,
            on=case.notes["merged_on"],
            basis="机构改革方案",
            actor="admin",
            now=now_of(case.xinfang),
        )
    release(cohort, "merged_on_day_forty")
    cohort.work()


def again(cohort: Cohort, scenario: Scenario) -> None:
    """File one more."""
    case = Case(scenario, cohort.xinfang)
    case.notes["cohort"] = cohort
    cohort.cases[scenario.name] = case
    case.file()


def mark_as_final(case: Case) -> None:
    """On file as ended for good by a re-review elsewhere."""
    with case.xinfang.database.transaction() as session:
        session.execute(
            text("UPDATE petition SET repetition = 'final' WHERE id = :id"),
            {"id": case.petition_id},
        )
