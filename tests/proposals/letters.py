"""Made-up letters of three classes, and where data for local trials lies."""

import random
from pathlib import Path

import pytest

from proposals.classes.samples import Sample

ROOT = Path(__file__).parents[2]
TRIAL_DATA = ROOT.parent / "shared" / "data"

MATTERS = {
    "住房": (
        "房屋漏水",
        "物业收费",
        "电梯停运",
        "开发商拖延交房",
        "小区绿化被占",
        "外墙脱落",
        "楼道堆满杂物",
    ),
    "教育": (
        "学校补课",
        "幼儿园收费",
        "教师工资",
        "学位不足",
        "校车停运",
        "食堂饭菜变质",
        "班级人数太多",
    ),
    "交通": (
        "公交线路取消",
        "路口堵车",
        "红绿灯损坏",
        "停车位紧张",
        "地铁施工",
        "客车超载",
        "隧道积水",
    ),
}
PLACES = "东西南北春夏秋冬梅兰竹菊江河湖海山石云雨"
WISHES = ("请尽快处理", "希望给予答复", "望领导关注", "盼回复", "请派人查看", "要求说明原因")


def letter(level1: str, chance: random.Random) -> str:
    """Two or three matters of the class, somewhere, and what is asked."""
    matters = chance.sample(MATTERS[level1], chance.randint(2, 3))
    place = "".join(chance.sample(PLACES, 3))
    said = f"，{place[1]}{place[0]}路也是，".join(matters)
    return f"您好，{place}街道的{said}。{chance.choice(WISHES)}！"


def letters(of_each: int, classes: tuple[str, ...] = tuple(MATTERS)) -> list[Sample]:
    """So many letters of each class."""
    chance = random.Random(7)
    return [Sample(letter(one, chance), one) for _ in range(of_each) for one in classes]


def trial_data(name: str) -> Path:
    """A file for local trials; the test is skipped where it is not."""
    path = TRIAL_DATA / name
    if not path.is_file():
        pytest.skip(f"{name} is data for local trials, in shared/data beside the repository")
    return path
