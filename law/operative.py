"""What the operative articles of the regulation ask of an office, each in one line of our own.

Articles left out set purposes, organs and dates. `outside_*` says why no step, rule, clock, form
or notice of this product carries an article; it is empty where one does.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class OperativeArticle:
    """One article that asks for something."""

    number: int
    asks_zh: str
    asks_en: str
    outside_zh: str = ""
    outside_en: str = ""


MEETINGS = (
    "领导机关的会议和职责，不在信访事项的办理流程之内",
    "Meetings and duties of leading organs; they are not part of handling a petition.",
)
LIABILITY = (
    "追究责任由有权机关另行决定；本系统留存可查的办理记录",
    "Liability is decided by the organs in charge; this product keeps the records to look it up.",
)

OPERATIVE: dict[int, OperativeArticle] = {
    one.number: one
    for one in (
        OperativeArticle(
            2,
            "各类机关、团体和国有单位都适用",
            "Binds organs of every kind, mass organisations and state-owned units.",
            "单位的种类是词表，不是办理步骤",
            "The kinds of unit are a vocabulary, not a step of a case.",
        ),
        OperativeArticle(
            5,
            "按地域、层级和主管确定由谁办理",
            "Who handles a matter follows from territory, level and subject.",
        ),
        OperativeArticle(
            9,
            "地方党委听汇报、部署任务",
            "Local party committees hear reports and set tasks.",
            *MEETINGS,
        ),
        OperativeArticle(
            12,
            "中央联席会议开会，成员单位落实议定事项",
            "The central joint conference meets; its members carry out what it settles.",
            *MEETINGS,
        ),
        OperativeArticle(
            13,
            "地方联席会议协调重要问题",
            "Local joint conferences co-ordinate important matters.",
            *MEETINGS,
        ),
        OperativeArticle(
            14,
            "信访部门登记分送、协调、督办、分析，并提三项建议",
            "Bureaus register, forward, supervise and analyse, and make three kinds of suggestion.",
        ),
        OperativeArticle(
            17,
            "可用网络、书信、电话、传真、走访等形式提出",
            "A petition comes by network, letter, phone, fax, visit or otherwise.",
        ),
        OperativeArticle(
            18,
            "公开渠道与程序，领导阅信接访，联合接访",
            "Channels and procedure are public; leaders read letters and receive visitors.",
            "公开信息和领导接访属单位日常安排，不是信访事项的办理步骤",
            "Publishing channels and receiving visitors is office life, not a step of a case.",
        ),
        OperativeArticle(
            19,
            "写明姓名、住址、请求和理由，内容真实，办理中不重复提出",
            "Name, address, request and reasons; truthful; not repeated while it is being handled.",
        ),
        OperativeArticle(
            20,
            "走访到有权处理的本级或上一级，代表至多五人",
            "Visits go to the competent level or the one above; at most five representatives.",
        ),
        OperativeArticle(
            21,
            "及时录入系统，可查询、可评价",
            "Entered into the system at once; open to query and rating.",
        ),
        OperativeArticle(
            22,
            "信访部门登记后十五日内转送、交办或者报告",
            "The bureau registers and within 15 days forwards, assigns or reports.",
        ),
        OperativeArticle(
            23,
            "单位告知接收情况和途径；无权处理的可限期提出异议",
            "Units tell what they received and how it goes on, or object in time.",
        ),
        OperativeArticle(
            24,
            "涉及多个单位的协商受理，单位变动的由继受者受理",
            "Several units agree on who takes it; successors take over.",
        ),
        OperativeArticle(
            25,
            "重大紧急事项及时报告、通报并采取措施",
            "Grave and urgent matters are reported in time and acted on.",
        ),
        OperativeArticle(
            26,
            "信访人遵守秩序，列明禁止的行为",
            "Petitioners keep order; forbidden conduct is listed.",
        ),
        OperativeArticle(
            27,
            "按诉求和行为分别解决、教育、帮扶、依法处理",
            "Solve, explain, help or deal with by law, each where it belongs.",
        ),
        OperativeArticle(
            28,
            "查明事实、分清责任，有利害关系的回避",
            "Establish facts and responsibility; who has an interest steps aside.",
        ),
        OperativeArticle(
            29,
            "建议意见经研究，采纳与否都答复",
            "Suggestions are studied; adopted or not, there is an answer.",
        ),
        OperativeArticle(
            30,
            "检举控告按权限办理，材料对被反映者保密",
            "Reports on officials go to the organs in charge and stay secret from those named.",
        ),
        OperativeArticle(31, "申诉求决类按六种途径分别处理", "Claims take one of six routes."),
        OperativeArticle(
            32,
            "出具写明理由和依据的意见书，支持、解释或者不支持",
            "A written opinion with reasons and basis: supported, explained, not supported.",
        ),
        OperativeArticle(
            33,
            "双方自愿的可以调解、和解，达成的制作协议书",
            "Where both agree, mediation or settlement, put down in writing.",
        ),
        OperativeArticle(
            34,
            "受理后六十日内办结，经批准可延长一次，至多三十日",
            "Finished within 60 days of acceptance, extended once by at most 30.",
        ),
        OperativeArticle(
            35,
            "三十日内可请求复查，三十日内答复",
            "Review may be asked for within 30 days and is answered within 30.",
        ),
        OperativeArticle(
            36,
            "复核是最后一级，听证时间不计，此后不再受理",
            "Re-review is the last instance; hearing time does not count; then it is final.",
        ),
        OperativeArticle(
            37,
            "调解联动、社会救助、终结后的疏导帮扶",
            "Mediation joined up, social aid, care after the matter is final.",
        ),
        OperativeArticle(
            38,
            "组织督查，反馈情况",
            "Inspections are held and their findings fed back.",
        ),
        OperativeArticle(
            39,
            "每年考核，表彰，对不力的约谈、通报、挂牌督办",
            "Yearly assessment and praise; talks, notices and listed supervision for the rest.",
        ),
        OperativeArticle(
            40,
            "发现问题及时督办，提出三项建议，对方书面反馈",
            "Failures are supervised at once; three kinds of suggestion are answered in writing.",
        ),
        OperativeArticle(41, "每年编制信访情况报告", "A yearly report on petition work."),
        OperativeArticle(
            42, "失职侵权引发信访的责任", "Liability for wrongs that cause petitions.", *LIABILITY
        ),
        OperativeArticle(
            43,
            "信访部门不履行登记、转送、督办等职责的责任",
            "Liability of bureaus that do not register, forward or supervise.",
        ),
        OperativeArticle(
            44,
            "不登记、不受理、不按期告知的责任",
            "Liability for not registering, not accepting or not telling in time.",
            *LIABILITY,
        ),
        OperativeArticle(
            45,
            "推诿拖延、应支持而不支持等的责任",
            "Liability for delay, for not supporting what should be supported.",
            *LIABILITY,
        ),
        OperativeArticle(
            46,
            "工作人员态度恶劣、泄密、隐瞒、报复等的责任",
            "Liability of staff: rudeness, leaks, concealment, retaliation.",
            *LIABILITY,
        ),
        OperativeArticle(
            47,
            "对扰乱秩序、诬告的信访人先劝阻教育，严重的移送公安",
            "Disorder and false accusation: first persuasion, then the police.",
        ),
        OperativeArticle(
            48,
            "外国人、无国籍人和外国组织参照办理",
            "Foreigners, stateless persons and foreign organisations are treated alike.",
            "与其他信访人同样办理，没有单独的步骤",
            "Their petitions take the same steps as all others; there is none of its own.",
        ),
    )
}
