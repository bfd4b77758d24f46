"""Invented petitions: what they are about and what they say. No two say it in the same words."""

from random import Random

from simulation.year.people import coded

TOPICS = {
    "complaint": (
        "物业收费争议", "拖欠工资", "噪声扰民", "道路积水", "供暖不足", "违法建设", "停车难",
        "学位安排", "医疗费报销", "公交改线", "食品卫生", "排污异味", "电梯故障", "房屋漏水",
    ),
    "question": ("社保转移", "落户条件", "补贴标准", "办证流程", "学区划分"),
    "suggestion": ("增设路灯", "优化公交线路", "加装无障碍设施", "改进窗口服务"),
    "report": ("工作人员收受财物", "违规发放补贴", "以权谋私"),
}  # fmt: skip
ASKS = {
    "complaint": ("请求依法处理并告知结果", "请求责令整改", "请求退还费用", "请求支付报酬"),
    "question": ("请予答复",),
    "suggestion": ("建议研究采纳",),
    "report": ("请求调查",),
}
PIECES = (
    "去年冬天以来", "多次联系无果", "影响老人出行", "邻居均可证明", "附有照片数张", "曾到现场查看",
    "对方口头答应", "至今没有动静", "孩子上学不便", "夜间尤其严重", "合同写明日期", "收据保存完好",
    "雨后更加明显", "施工没有公示", "电话无人接听", "商铺也受影响", "费用逐月增加", "通知贴在门口",
    "前后矛盾", "标准不一", "工期一拖再拖", "排队时间过长", "设备已经老化", "绿化被占用",
    "账目未公开", "说法每次不同", "窗口让等消息", "邻里意见很大",
    "住户自行垫付", "检测结果未给", "楼道堆放杂物",
)  # fmt: skip
CHARACTERS = (
    "东西南北中上下左右前后春夏秋冬山水田园林木花草金玉石土火风云雨雪日月星辰天地人和文武忠孝仁义"
    "礼智信勇明德新民安乐康宁福寿喜庆吉祥如意长江河湖海岛桥梁塔寺院门楼台阁亭苑街巷路村镇城乡区里"
)


def place(serial: int) -> str:
    """Where the matter of this petition is: found in no other petition."""
    return f"{coded(serial)}小区"


def invent_text(kind: str, serial: int, random: Random) -> tuple[str, str]:
    """Subject and text of a petition of this kind."""
    where = place(serial)
    topic = random.choice(TOPICS[kind])
    told = random.sample(PIECES, random.randint(5, 12))
    # Names of shops, firms and roads: what makes the text of one unlike that of another.
    named = "、".join(_named(random) for _ in range(random.randint(5, 12)))
    text = f"{where}{topic}：{'，'.join(told)}。涉及{named}。{random.choice(ASKS[kind])}。"
    return f"{where}{topic}", text


def invent_claims(kind: str, subject: str, count: int, random: Random) -> list[str]:
    """So many claims; one is the subject itself and needs no list."""
    if count == 1:
        return []
    asks = ASKS[kind]
    return [f"{subject}：{asks[n % len(asks)]}（{_named(random)}）" for n in range(count)]


def _named(random: Random) -> str:
    return "".join(random.choices(CHARACTERS, k=random.randint(4, 8)))
