"""What a refusal explains, and where it sends the petitioner, by code of refusal_reason."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """`why` in plain words, `where` to go instead."""

    why: str
    where: str


REFUSALS: Mapping[str, Wording] = {
    "civil_dispute": Wording(
        "您反映的是平等主体之间的民事纠纷，不由信访程序裁断。",
        "可以协商、申请人民调解，或者向有管辖权的人民法院起诉。",
    ),
    "administrative_act": Wording(
        "您对行政机关作出的行政行为不服，法律规定了专门的救济程序。",
        "可以向行政复议机关申请行政复议，或者向有管辖权的人民法院提起行政诉讼。",
    ),
    "rural_land_contract": Wording(
        "您反映的是农村土地承包经营纠纷，应当通过仲裁或者诉讼解决。",
        "可以请求村民委员会、乡镇人民政府调解，向农村土地承包仲裁委员会申请仲裁，"
        "或者向人民法院起诉。",
    ),
    "criminal_or_administrative_judgment": Wording(
        "您对已经生效的刑事、行政裁判不服，应当依照诉讼程序处理。",
        "可以向人民法院申诉或者申请再审，也可以请求人民检察院监督。",
    ),
    "civil_judgment": Wording(
        "您对已经生效的民事裁判不服，应当依照诉讼程序处理。",
        "可以向人民法院申请再审，或者向人民检察院申请检察监督。",
    ),
    "labour_dispute": Wording(
        "您反映的是劳动人事争议，应当先通过调解、仲裁解决。",
        "可以向劳动人事争议调解组织申请调解，或者向劳动人事争议仲裁委员会申请仲裁。",
    ),
    "congress_court_procuratorate": Wording(
        "您反映的事项属于人大、监察、审判、检察机关的职权。",
        "请向有权处理的人民代表大会及其常务委员会、监察委员会、人民法院或者人民检察院提出。",
    ),
    "land_forest_ownership": Wording(
        "您反映的是土地、林地所有权或者使用权的争议，应当由人民政府处理。",
        "可以申请有管辖权的人民政府处理；对处理决定不服的，依法申请行政复议或者提起行政诉讼。",
    ),
    "arbitral_award": Wording(
        "您对仲裁裁决不服，法律规定了专门的救济程序。",
        "可以依法向人民法院起诉，或者申请撤销、不予执行仲裁裁决。",
    ),
    "closed_after_verification": Wording(
        "您反映的事项已经核查认定办结，您又以同一事实和理由提出。",
        "有新的事实或者理由的，请书面说明并附证据；生活确有困难的，可以申请社会救助。",
    ),
    "in_period": Wording(
        "您反映的同一事项已经受理或者正在办理，尚在规定期限内。"
        "在此期间又向上级机关、单位提出的，上级机关、单位不予受理。",
        "请等候办理单位的书面答复；对答复不服的，可以依法请求复查。",
    ),
    "final_after_re_review": Wording(
        "您反映的事项已经复核，您又以同一事实和理由提出。",
        "有新的事实或者理由的，请书面说明并附证据。",
    ),
    "level_skipped": Wording(
        "采用走访形式的，应当到有权处理的本级或者上一级机关、单位的接待场所提出。"
        "您本次走访超出了这一范围。您反映的内容已经登记。",
        "请到有权处理的机关、单位或者其上一级机关、单位的接待场所提出，"
        "也可以通过网络、书信、电话、传真反映。",
    ),
    "no_power": Wording(
        "经审查，您反映的事项不属于本单位和本系统的职权范围。",
        "请向有权处理的机关、单位提出。",
    ),
    "review_missed": Wording(
        "对此前的处理意见，您没有在规定期限内请求复查、复核，也没有说明正当理由。",
        "有正当理由的，请书面说明并附证明；有新的事实或者理由的，请书面说明并附证据。",
    ),
}
