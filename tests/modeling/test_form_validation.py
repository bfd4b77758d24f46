"""What a person sends is checked as form-js would, and a little more: types, unknown keys."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modeling.form_validation import FormProblem, validate_form

OPTIONS = [{"label": "支持", "value": "support"}, {"label": "不支持", "value": "reject"}]


def form(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": "default", "id": "sample", "components": list(components)}


def field(kind: str, **more: object) -> dict[str, Any]:
    return {"type": kind, "id": "field_x", "key": "x", "label": "某项", **more}


def codes(schema: dict[str, Any], data: dict[str, Any], **context: object) -> list[str]:
    return [problem.code for problem in validate_form(schema, data, context=dict(context))]


REQUIRED = {"validate": {"required": True}}
DATE = field("datetime", subtype="date", dateLabel="收到日期")
MOMENT = field("datetime", subtype="datetime", timeSerializingFormat="utc_offset")

RIGHT = [
    (field("textfield", **REQUIRED), "文字"),
    (field("textfield"), None),
    (field("textfield", validate={"pattern": "^[A-Z]+$"}), "ABC"),
    (field("textfield", validate={"validationType": "email"}), "li@example.org"),
    (field("textarea", validate={"minLength": 2, "maxLength": 4}), "四个汉字"),
    (field("number", validate={"min": 1, "max": 5}), 5),
    (field("number", decimalDigits=2), 1.25),
    (field("number", serializeToString=True), "12345678901234567890"),
    (field("select", values=OPTIONS), "support"),
    (field("select", values=OPTIONS), ""),
    (field("radio", values=OPTIONS), "reject"),
    (field("checkbox", **REQUIRED), True),
    (field("checkbox"), False),
    (field("checklist", values=OPTIONS), ["support", "reject"]),
    (field("checklist", values=OPTIONS), []),
    (field("taglist", values=OPTIONS), ["reject"]),
    (DATE, "2026-03-02"),
    (MOMENT, "2026-03-02T09:30+08:00"),
    (field("datetime", subtype="time", timeSerializingFormat="no_timezone"), "09:30"),
    (field("filepicker"), "files::1"),
    (field("expression", expression="=1 + 1", computeOn="change"), 2),
]

WRONG = [
    (field("textfield", **REQUIRED), "", "required"),
    (field("textfield", **REQUIRED), None, "required"),
    (field("textfield"), 5, "not_a_text"),
    (field("textfield", validate={"pattern": "^[A-Z]+$"}), "abc", "pattern"),
    (field("textfield", validate={"validationType": "email"}), "li", "not_an_email"),
    (field("textfield", validate={"validationType": "phone"}), "abc", "not_a_phone_number"),
    (field("textarea", validate={"minLength": 3}), "二字", "too_short"),
    (field("textarea", validate={"maxLength": 3}), "四个汉字", "too_long"),
    (field("textarea"), ["a"], "not_a_text"),
    (field("textfield"), [], "not_a_text"),
    (field("checklist", values=OPTIONS), "", "not_a_list"),
    (field("number", validate={"min": 1}), 0, "below_minimum"),
    (field("number", validate={"max": 5}), 6, "above_maximum"),
    (field("number", decimalDigits=0), 1.5, "not_an_integer"),
    (field("number", decimalDigits=1), 1.55, "too_many_decimals"),
    (field("number", increment="0.5"), 0.7, "wrong_step"),
    (field("number"), "5", "not_a_number"),
    (field("number", serializeToString=True), "1e3", "not_a_number"),
    (field("select", values=OPTIONS), "other", "not_an_option"),
    (field("select", values=OPTIONS), ["support"], "not_an_option"),
    (field("select", values=OPTIONS, **REQUIRED), None, "required"),
    (field("radio", values=OPTIONS), "other", "not_an_option"),
    (field("checkbox", **REQUIRED), False, "required"),
    (field("checkbox"), "true", "not_a_boolean"),
    (field("checklist", values=OPTIONS), ["support", "other"], "not_an_option"),
    (field("checklist", values=OPTIONS), "support", "not_a_list"),
    (field("checklist", values=OPTIONS, **REQUIRED), [], "required"),
    (field("taglist", values=OPTIONS), ["other"], "not_an_option"),
    (DATE, "2026-02-30", "not_a_date"),
    (DATE, "02.03.2026", "not_a_date"),
    (DATE, 20260302, "not_a_date"),
    (MOMENT, "2026-03-02", "not_a_date"),
    (field("filepicker"), {"name": "x"}, "not_a_text"),
    (field("expression", expression="=1 + 1", computeOn="change"), 3, "readonly_changed"),
    (field("textfield", disabled=True), "x", "disabled_field"),
]


@pytest.mark.parametrize(("component", "value"), RIGHT)
def test_a_right_value_passes(component: dict[str, Any], value: object) -> None:
    assert validate_form(form(component), {"x": value}) == []


@pytest.mark.parametrize(("component", "value", "code"), WRONG)
def test_a_wrong_value_is_named(component: dict[str, Any], value: object, code: str) -> None:
    assert codes(form(component), {"x": value}) == [code]


def test_a_problem_says_which_field_and_what_in_both_languages() -> None:
    schema = form(field("textarea", label="答复内容", validate={"minLength": 10}))
    chinese = FormProblem("x", "答复内容", "too_short", "至少填写 10 个字。")
    english = FormProblem("x", "答复内容", "too_short", "At least 10 characters.")
    assert validate_form(schema, {"x": "好"}) == [chinese]
    assert validate_form(schema, {"x": "好"}, "en") == [english]


def test_the_designers_own_words_for_a_pattern_are_kept() -> None:
    rule = {"pattern": "^[0-9]+$", "patternErrorMessage": "请填写编号。"}
    found = validate_form(form(field("textfield", validate=rule)), {"x": "a"})
    assert [problem.message for problem in found] == ["请填写编号。"]


def test_a_missing_required_field_is_found() -> None:
    assert codes(form(field("textfield", **REQUIRED)), {}) == ["required"]


@pytest.mark.parametrize("data", [{"y": 1}, {"constructor": 1}, {"__proto__": {"x": 1}}])
def test_a_key_the_form_does_not_have_is_found(data: dict[str, Any]) -> None:
    found = validate_form(form(field("textfield")), data)
    assert [(problem.key, problem.code) for problem in found] == [(*data, "unknown_key")]


class TestOptions:
    def test_from_a_variable_are_taken_from_the_context(self) -> None:
        schema = form(field("select", valuesKey="units"))
        assert codes(schema, {"x": "support"}, units=OPTIONS) == []
        assert codes(schema, {"x": "other"}, units=OPTIONS) == ["not_an_option"]
        assert codes(schema, {"x": "support"}) == ["not_an_option"]

    def test_from_a_variable_cannot_be_sent_along(self) -> None:
        schema = form(field("select", valuesKey="units"))
        assert codes(schema, {"x": "support", "units": OPTIONS}) == ["unknown_key"]

    def test_from_an_expression_are_computed(self) -> None:
        schema = form(field("select", valuesExpression='=for u in units return "unit_" + u'))
        assert codes(schema, {"x": "unit_a"}, units=["a", "b"]) == []
        assert codes(schema, {"x": "unit_c"}, units=["a", "b"]) == ["not_an_option"]


class TestConditions:
    SCHEMA = form(
        field("radio", id="field_outcome", key="outcome", values=OPTIONS),
        field("textfield", conditional={"hide": '=outcome != "reject"'}, **REQUIRED),
    )

    def test_a_hidden_field_need_not_be_filled_in(self) -> None:
        assert codes(self.SCHEMA, {"outcome": "support"}) == []
        assert codes(self.SCHEMA, {"outcome": "support", "x": ""}) == []

    def test_a_field_that_shows_must_be(self) -> None:
        assert codes(self.SCHEMA, {"outcome": "reject"}) == ["required"]
        assert codes(self.SCHEMA, {"outcome": "reject", "x": "理由"}) == []

    def test_a_hidden_field_must_not_be_filled_in(self) -> None:
        assert codes(self.SCHEMA, {"outcome": "support", "x": "理由"}) == ["hidden_field"]

    def test_a_condition_may_read_the_context(self) -> None:
        schema = form(field("textfield", conditional={"hide": "=is_minor = true"}, **REQUIRED))
        assert codes(schema, {}, is_minor=True) == []
        assert codes(schema, {}, is_minor=False) == ["required"]

    def test_a_default_that_was_not_sent_does_not_count(self) -> None:
        outcome = field("radio", id="o", key="outcome", values=OPTIONS, defaultValue="reject")
        hidden = field("textfield", conditional={"hide": '=outcome != "reject"'}, **REQUIRED)
        assert codes(form(outcome, hidden), {}) == []


class TestReadOnly:
    SCHEMA = form(field("textfield", readonly=True))

    def test_may_come_back_unchanged_or_not_at_all(self) -> None:
        assert codes(self.SCHEMA, {"x": "甲"}, x="甲") == []
        assert codes(self.SCHEMA, {}, x="甲") == []

    def test_may_not_be_changed(self) -> None:
        assert codes(self.SCHEMA, {"x": "乙"}, x="甲") == ["readonly_changed"]

    def test_a_disabled_field_likewise(self) -> None:
        schema = form(field("textfield", disabled=True))
        assert codes(schema, {"x": "甲"}, x="甲") == []
        assert codes(schema, {"x": "乙"}, x="甲") == ["disabled_field"]


class TestLists:
    NAME = field("textfield", id="field_name", key="name", label="姓名", **REQUIRED)
    NOTE = field(
        "textfield", id="n", key="note", conditional={"hide": '=this.name != "甲"'}, label="备注"
    )
    SCHEMA = form(
        {
            "type": "dynamiclist",
            "id": "field_people",
            "path": "people",
            "label": "随访人员",
            "components": [NAME, NOTE],
        }
    )

    def test_rows_are_checked_one_by_one(self) -> None:
        data = {"people": [{"name": "甲"}, {"name": ""}, {}]}
        found = validate_form(self.SCHEMA, data)
        assert [(one.key, one.code) for one in found] == [
            ("people.1.name", "required"),
            ("people.2.name", "required"),
        ]

    def test_a_condition_reads_its_own_row(self) -> None:
        assert codes(self.SCHEMA, {"people": [{"name": "甲", "note": "代表"}]}) == []
        assert codes(self.SCHEMA, {"people": [{"name": "乙", "note": "代表"}]}) == ["hidden_field"]

    def test_an_unknown_key_in_a_row_is_found(self) -> None:
        found = validate_form(self.SCHEMA, {"people": [{"name": "甲", "age": 9}]})
        assert [(one.key, one.code) for one in found] == [("people.0.age", "unknown_key")]

    def test_an_option_there_is_not_is_found_in_a_row_too(self) -> None:
        chosen = field("select", values=OPTIONS)
        people = {"type": "dynamiclist", "id": "l", "path": "people", "isRepeating": True}
        schema = form({**people, "label": "随访人员", "components": [chosen]})
        assert codes(schema, {"people": [{"x": "support"}]}) == []
        assert codes(schema, {"people": [{"x": "other"}]}) == ["not_an_option"]

    def test_no_rows_or_no_list_at_all_pass(self) -> None:
        assert codes(self.SCHEMA, {"people": []}) == []
        assert codes(self.SCHEMA, {}) == []

    @pytest.mark.parametrize(
        ("people", "code"),
        [("甲", "not_a_list"), ({"name": "甲"}, "not_a_list"), (["甲"], "not_an_object")],
    )
    def test_something_else_than_rows_is_found(self, people: object, code: str) -> None:
        assert codes(self.SCHEMA, {"people": people}) == [code]

    def test_a_group_puts_its_fields_one_level_deeper(self) -> None:
        group = {"type": "group", "id": "g", "path": "agent", "label": "代理人"}
        schema = form({**group, "components": [self.NAME]})
        assert codes(schema, {"agent": {"name": "甲"}}) == []
        assert codes(schema, {"agent": {"name": ""}}) == ["required"]
        assert codes(schema, {"agent": {"name": "甲", "age": 9}}) == ["unknown_key"]
        assert set(codes(schema, {"agent": "甲"})) == {"required", "not_an_object"}

    def test_a_dotted_key_is_a_path(self) -> None:
        schema = form(field("textfield", key="agent.name", **REQUIRED))
        assert codes(schema, {"agent": {"name": "甲"}}) == []
        assert codes(schema, {"agent.name": "甲"}) == ["required", "unknown_key"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "note", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
EVERY_TYPE = form(
    *(
        {**component, "id": f"field_{index}", "key": f"key_{index}"}
        for index, (component, _) in enumerate(RIGHT)
    ),
    *TestLists.SCHEMA["components"],
)
EVERY_KEY = [f"key_{index}" for index in range(len(RIGHT))] + ["people"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.dictionaries(st.sampled_from(EVERY_KEY), ANYTHING, max_size=6))
def test_whatever_is_sent_the_check_answers(data: dict[str, Any]) -> None:
    """A person can send any JSON; none of it may make the check itself fail."""
    for problem in validate_form(EVERY_TYPE, data):
        assert problem.message
        assert problem.key.split(".")[0] in EVERY_KEY
