"""What the documents of the way say: days from the calendar, people, parts that the law names."""

import re

import pytest

from commands.samples import samples
from commands.samples.sample import Sample
from printing.reading import read_sheet
from printing.sheet import Qr

SAMPLES = samples()


def text_of(name: str) -> str:
    """The document without its markup."""
    return re.sub(r"<[^>]+>|\s", "", SAMPLES[name].html().partition("<body>")[2])


@pytest.mark.parametrize(
    ("name", "passages"),
    [
        ("issue_receipt", ("15日内，即最迟在2026年3月17日", "共6人，推选乙某某、丙某某为代表")),
        ("dispatch_petition", ("15日内（最迟2026年3月20日）", "5个工作日内（最迟2026年3月12日）")),
        ("dispatch_petition", ("信访人甲某某等6人", "000-0000-0000", "移送材料信访事项登记表")),
        (
            "dispatch_petition_assigned",
            (
                "信访事项交办函",
                "须在2026年5月15日前反馈",
                "办结报告",
                "抄送：示范市信访工作联席会议",
            ),
        ),
        ("dispatch_petition_lower_bureau", ("请于2026年3月9日前转送有权处理的单位",)),
        ("dispatch_again__letter", ("途径建议查处违法行为", "由你单位依法确定")),
        ("pass_on_matter__letter", ("住址不清，依照《信访工作条例》第二十三条第二款",)),
        ("notify_dispatch", ("转送去向示范市住房和城乡建设局", "即最迟在2026年3月20日")),
        ("notify_dispatch_assigned", ("信访事项交办告知单", "2026年5月15日前反馈")),
        ("notify_dispatch_lower_bureau", ("该单位是信访部门，将继续送交",)),
        ("send_acceptance", ("办结期限2026年5月9日", "普通程序", "由示范市信访局登记并转送")),
        ("send_acceptance", ("第三十一条第六项", "第十九条不予受理", "000-0000-0001")),
        ("send_acceptance_simple", ("2026年3月23日前答复", "在2026年5月8日前办结")),
        ("send_acceptance_duty", ("办结期限2026年5月6日", "第三十一条第五项")),
        ("send_extension_notice", ("原办结期限2026年5月9日", "新办结期限2026年6月8日", "己某某")),
        ("issue_opinion", ("一、基本情况", "二、主要诉求", "三、调查核实情况", "四、处理意见")),
        ("issue_opinion", ("五、处理依据", "六、救济途径", "结论：支持。", "督促物业服务企业")),
        ("issue_opinion", ("30日内，向示范市人民政府信访事项复查复核委员会书面请求复查",)),
        ("register_review", ("信访事项复查申请书", "2026年5月29日交邮", "何时退还")),
        ("send_supplement_notice", ("请在2026年6月12日前提交", "授权委托书或者代表推选材料")),
        ("accept_review", ("2026年7月1日前书面答复", "原意见不变")),
        ("issue_review_opinion", ("结论：撤销，重新办理", "30日内，向示范省人民政府")),
        ("issue_review_opinion_rereview", ("最终意见", "第三十六条", "不再受理")),
        ("open_rehandling", ("2026年8月25日", "不得以同一事实和理由")),
        ("refuse_review", ("超过规定的期限提出", "第三十五条")),
        ("record_review_withdrawal", ("终止审查，原意见不变",)),
        ("record_withdrawal", ("2026年3月4日书面声明撤回。", "示范市信访局已经终止办理")),
        ("record_withdrawal", ("新的事实或者理由", "第十七条")),
        (
            "record_matter_withdrawal",
            (
                "书面声明撤回其中的下列诉求。",
                "示范市住房和城乡建设局已经终止办理，撤回事项的案卷随之结卷归档。",
                "您的其他诉求继续办理",
            ),
        ),
        ("record_follow_up", ("回访人丁某某", "2026年5月20日10:00", "已联系上")),
        ("record_follow_up", ("信访人的意见同意", "第二十一条、第三十二条", "电梯已经恢复运行")),
        ("record_service", ("当面送达（参照《民事诉讼法》第八十八条）", "子某某（同住成年家属）")),
        ("send_objection", ("最迟2026年3月11日", "建议转送单位示范市人力资源和社会保障局")),
        ("refuse_objection", ("不同意你单位提出的异议", "最迟在2026年3月19日书面告知信访人")),
        ("record_lead_unit", ("有关单位协商一致", "承办单位示范市人力资源和社会保障局")),
        ("send_closing_report", ("示信交办〔2026〕1号", "结论为解释说明", "经办人：戊某某")),
        ("return_for_rework", ("示住建办结〔2026〕1号", "没有附建设单位的书面承诺", "不因退回")),
        ("notify_progress", ("已于2026年3月16日受理，应当在2026年5月15日前办结",)),
        ("notify_refusal", ("程序性不予受理", "同一事项已经受理或者正在办理", "第十九条第三款")),
        ("notify_refusal_level", ("走访应当到有权处理的本级或者上一级", "第二十条第一款")),
        ("refuse_matter", ("实体性不予受理", "请向示范市人力资源和社会保障局投诉")),
        ("notify_review_guidance", ("即最迟在2026年6月10日", "示住建意见〔2026〕2号")),
        ("notify_no_longer_accepted", ("复核意见：维持复查意见", "第三十六条第三款")),
        ("send_choice_notice", ("请最迟在2026年3月24日", "第三十一条第一项", "仲裁", "第五项")),
        ("send_import_notice", ("按照您的选择", "法定途径仲裁", "有管辖权的仲裁机构")),
        ("send_result_notice", ("办理机关示范市劳动人事争议仲裁委员会",)),
        ("send_duty_answer", ("已经依法履行职责", "《社会保险法》第八十六条")),
        ("send_litigation_guidance", ("接待人员已经向您释法明理", "向示范市中级人民法院提出")),
        ("send_justice_letter", ("本单位已将您的信件转送", "示范市中级人民法院")),
        ("send_justice_letter__letter", ("示范市中级人民法院：", "第二十二条第二款")),
        ("send_suggestion_reply", ("采纳情况部分采纳",)),
        ("send_reminder", ("办理，应当在2026年3月6日前完成", "在2026年3月24日前反馈办理情况")),
        ("issue_supervision_letter", ("第四十条第一款", "督办要求", "请在2026年4月9日前书面反馈")),
        ("send_talk_notice", ("2026年4月15日", "三楼会议室", "第三十九条第三款")),
        ("send_announcement", ("予以通报，责令限期整改", "请在2026年5月12日前书面反馈")),
        ("send_announcement_listed", ("挂牌督办，责令限期整改",)),
        ("record_feedback", ("示范市信访局：", "反馈日期2026年5月20日")),
        ("issue_advice", ("改进工作建议书", "职责履行", "请认真落实，并在2026年7月1日前")),
        ("issue_advice_policy", ("完善政策建议书", "第四十条第二款")),
        ("issue_advice_liability", ("追究责任建议书", "第四十条第三款")),
        ("record_adoption", ("采纳情况部分采纳", "已经建立提醒制度")),
        ("send_urgent_report", ("中共示范市委、示范市人民政府：", "抄报：上一级信访部门", "10:00")),
        ("send_urgent_report__letter", ("示范市住房和城乡建设局、信访工作联席会议办公室：",)),
        ("send_urgent_update", ("续报", "当场答复复工时间")),
        ("record_report_transfer", ("保密件", "示范市纪律检查委员会监察委员会：", "检举")),
        ("inform_organisation_department", ("中共示范市委组织部：", "干部管理权限")),
        ("inform_leaders", ("分管组织工作的负责同志：", "第三十条第三款")),
        ("hand_down_matter", ("信访事项去向告知单", "示范市房屋安全管理中心", "第二十三条第一款")),
    ],
)
def test_a_document_says(name: str, passages: tuple[str, ...]) -> None:
    text = text_of(name)

    assert [one for one in passages if one not in text] == []


@pytest.mark.parametrize("name", ["issue_receipt", "send_acceptance"])
def test_all_names_of_a_group_stand_in_an_annex(name: str) -> None:
    sheet = read_sheet(SAMPLES[name].html())

    annex = str(sheet.annex)
    assert [one for one in "甲乙丙庚辛壬" if f"{one}某某" not in annex] == []
    assert "庚某某" not in str(sheet.blocks)


def test_the_receipt_shows_where_to_look_the_petition_up() -> None:
    sheet = read_sheet(SAMPLES["issue_receipt"].html())

    (qr,) = [block for block in sheet.blocks if isinstance(block, Qr)]
    code = SAMPLES["issue_receipt"].notice.case.query_code
    assert qr.value == f"https://xinfang.example/api/public/petitions/{code}"


@pytest.mark.parametrize("name", ["send_suggestion_reply", "send_result_notice"])
def test_what_has_no_way_to_review_promises_none(name: str) -> None:
    assert "复查" not in text_of(name)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_no_document_cites_what_is_only_a_setting_of_ours(sample: Sample) -> None:
    assert "可配置默认值" not in sample.html()
    assert "None" not in sample.html()
