"""Which part of the case page is open when it is shown: that of the form that was just sent."""

# The beginning of a form's name and the part it stands in; the first that fits.
PART_OF_FORM = (
    *(("serve-", "documents"), ("clock-", "clocks"), ("note", "notes"), ("attach", "attachments")),
    *(("extend-", "matters"), ("route-", "matters"), ("review-", "matters")),
    *(("withdraw-review-", "matters"), ("complete-", "matters"), ("transfer-", "matters")),
    *(("recuse-", "matters"), ("supervise", "supervision"), ("measure", "urgent")),
    *(
        ("urgent", "urgent"),
        ("withdraw", "requests"),
        ("interim", "requests"),
        ("rate", "requests"),
    ),
)
PART_OF_DONE = {
    "served": "documents",
    "extended": "clocks",
    "noted": "notes",
    "note_edited": "notes",
    "attached": "attachments",
    "attachment_removed": "attachments",
    "supervised": "supervision",
    "urgent_reported": "urgent",
    "measure_logged": "urgent",
    "withdrawn": "requests",
    "goes_on": "requests",
    "answered_interim": "requests",
    "rated": "requests",
    "decided": "decisions",
}


def opened_parts(form: str, done: str) -> set[str]:
    """The parts to open after this form was refused, or this was done; else those that are always
    open."""
    found = {"matters"}
    if form:
        found |= {next((part for start, part in PART_OF_FORM if form.startswith(start)), "")}
    if done:
        found |= {PART_OF_DONE.get(done, "")}
    return found - {""}


def part_address(number: str, done: str) -> str:
    """Where to go after something was done: the page, at the part that it changed."""
    part = PART_OF_DONE.get(done, "")
    return f"/petitions/{number}?done={done}" + (f"#{part}" if part else "")
