"""One's own settings: where messages go, large type, keys."""

import pytest

from tests.api.office import Office
from tests.api.test_pages import visitor


async def test_settings_are_kept_on_their_page(office: Office) -> None:
    typed = {
        "email": "handler@example.test",
        "mobile": "100 0000-0000",
        "told": ["task_assigned:page", "task_assigned:sms"],
        "is_large": "true",
    }
    async with visitor(office, "handler_zj") as browser:
        before = (await browser.get("/settings")).text
        answer = await browser.post("/settings", data=typed)
        page = (await browser.get(answer.headers["location"])).text
    async with office.client("handler_zj") as handler:
        kept = (await handler.get("/api/settings")).json()

    # Nobody is led to believe that a message arrives which cannot leave.
    assert "短信只写进数据目录里的文件" in before
    assert "没有设置邮件服务器" in before
    assert "已保存" in page
    assert (kept["email"], kept["mobile"], kept["sending"]) == (
        typed["email"],
        "10000000000",
        ["page"],
    )
    assert (kept["is_large"], kept["has_shortcuts"]) == (True, False)
    on = [f"{one['kind']}:{one['channel']}" for one in kept["choices"] if one["is_on"]]
    assert on == typed["told"]


@pytest.mark.parametrize(
    "typed",
    [
        {"email": "nobody"},
        {"email": "a@b.test\r\nBcc: c@d.test"},
        {"email": "a@b.test,c@d.test"},
        {"mobile": "anrufen"},
    ],
)
async def test_an_address_with_a_fault_is_shown_at_its_field(
    office: Office, typed: dict[str, str]
) -> None:
    async with visitor(office, "handler_zj") as browser:
        answer = await browser.post("/settings", data=typed | {"has_shortcuts": "true"})
        kept = (await browser.get("/settings")).text

    (name,) = typed
    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') == 1
    assert f'id="{name}-fault"' in answer.text
    assert typed[name].split("\r")[0] not in kept


async def test_large_type_is_kept_for_the_person_and_else_in_the_browser(office: Office) -> None:
    async with visitor(office) as browser:
        assert 'class="large"' not in (await browser.get("/sign-in")).text
        answer = await browser.post("/large-type", data={"to": "true", "next": "/sign-in"})
        assert answer.headers["location"] == "/sign-in"
        assert 'class="large"' in (await browser.get("/sign-in")).text
    async with visitor(office, "clerk") as browser:
        await browser.post("/large-type", data={"to": "true", "next": "/petitions"})
    async with visitor(office, "clerk") as elsewhere:
        assert 'class="large"' in (await elsewhere.get("/petitions")).text
        await elsewhere.post("/large-type", data={"to": "false"})
        assert 'class="large"' not in (await elsewhere.get("/petitions")).text


async def test_keys_can_be_switched_off(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        assert 'data-keys="off"' not in (await browser.get("/")).text
        await browser.post("/settings", data={})
        page = (await browser.get("/")).text

    assert 'data-keys="off"' in page
    assert "单键快捷键已关闭" in page
