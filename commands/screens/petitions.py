"""What people write to the invented office, and where the case stands when pictures are taken."""

from dataclasses import dataclass
from datetime import date
from typing import Any

FIRST, SECOND, LAST = date(2026, 3, 2), date(2026, 3, 30), date(2026, 4, 28)
"""Days on which petitions come in; pictures are taken on the last one."""


@dataclass(frozen=True)
class Written:
    """A petition, and the step that nobody takes any more."""

    on: date
    form: str
    name: str
    subject: str
    text: str
    waits_at: str
    unit: str = "990100-zj"

    @property
    def body(self) -> dict[str, Any]:
        """As POST /api/petitions takes it."""
        return {
            "form": self.form,
            "subject": self.subject,
            "text": self.text,
            "petitioner_name": self.name,
            "address": f"示范市城关区{self.subject[:3]}路{len(self.text)}号",
            "phone": "13800000000",
            "is_read_back": self.form in ("visit", "phone"),
        }


PETITIONS = (
    Written(
        FIRST,
        "visit",
        "甲某某",
        "柳荫小区电梯停用两个月",
        "柳荫小区二号楼电梯自一月起停用，楼上老人上下不便。物业称维修资金没有批下来，请求尽快修复，"
        "并说明维修资金的申请办到了哪一步。",
        "draft_opinion",
    ),
    Written(
        FIRST,
        "letter",
        "乙某某",
        "房屋漏水维修责任",
        "房屋交付一年即漏水，开发单位与施工单位互相推诿，请求明确由谁维修。",
        "sign_opinion",
    ),
    Written(
        FIRST,
        "online",
        "丙某某",
        "小区外墙保温层脱落",
        "小区东侧外墙保温层大片脱落，曾砸坏车辆，请求排除危险。",
        "investigate_facts",
    ),
    Written(
        FIRST,
        "phone",
        "丁某某",
        "物业收费没有公示",
        "物业三年没有公示收支，电梯广告收入去向不明，请求责令公示。",
        "draft_opinion",
    ),
    Written(
        SECOND,
        "letter",
        "戊某某",
        "老旧小区加装电梯意见不一",
        "低层住户不同意加装电梯，施工因此停止，请求有关单位主持协商。",
        "draft_opinion",
    ),
    Written(
        SECOND,
        "visit",
        "己某某",
        "公租房轮候结果没有告知",
        "申请公租房已过审核，轮候结果迟迟没有告知，请求书面答复轮候顺序。",
        "hear_petitioner",
    ),
    Written(
        SECOND,
        "online",
        "庚某某",
        "工地夜间施工扰民",
        "工地连续两周夜间浇筑混凝土，附近居民无法入睡，请求查处。",
        "investigate_facts",
    ),
    Written(
        SECOND,
        "letter",
        "辛某某",
        "地下车库积水",
        "地下车库每逢下雨积水，排水泵损坏没有人修，请求督促物业维修。",
        "assign_handler",
    ),
    Written(
        LAST,
        "letter",
        "壬某某",
        "供热管道改造后室温不足",
        "供热管道改造以后室温不到十六度，多次报修没有结果，请求查明原因。",
        "classify_petition",
    ),
    Written(
        LAST,
        "online",
        "癸某某",
        "人行道被共享单车堵塞",
        "地铁口人行道被共享单车堵塞，盲道不能通行，请求清理。",
        "classify_petition",
    ),
    Written(
        LAST,
        "letter",
        "子某某",
        "学校周边流动摊贩",
        "学校门口流动摊贩占道，放学时车辆拥堵，请求管理。",
        "classify_petition",
    ),
)
