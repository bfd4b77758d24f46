"""The rules of this project in words. What each asks for, Chinese and English."""

from modeling.lint.finding import Language

WORDS: dict[str, tuple[str, str]] = {
    "parse-error": ("文件无法读取：{value}", "the file cannot be read: {value}"),
    "file-name": (
        "文件名应与编号一致，编号是“{value}”",
        'the file must be named like the id in it, which is "{value}"',
    ),
    "one-process-per-file": ("一个文件只放一个流程", "one file holds one process"),
    "generated-id": (
        "编号“{value}”是自动生成的，请改为“动词_宾语”形式的英文编号",
        'the id "{value}" was generated; name it verb first, such as send_reply',
    ),
    "id-snake-case": (
        "编号“{value}”应为小写英文加下划线，步骤写作“动词_宾语”",
        'the id "{value}" must be snake_case; a step is verb first, such as send_reply',
    ),
    "documentation-required": (
        "缺少说明（documentation），请写明依据的条款",
        "the documentation is missing; say which article it follows",
    ),
    "no-literal-period": (
        "定时器不得写死期限或时刻（{value}），应引用台账推算的变量",
        "a timer must read a variable, not hold a period or a date: {value}",
    ),
    "binding-deployment": (
        '引用的流程、决策、表单应随同部署绑定（bindingType="deployment"）',
        'what a step refers to must be bound with bindingType="deployment"',
    ),
    "one-word-per-step": (
        "作业类型或表单编号“{value}”应与步骤编号相同",
        'the job type or form id "{value}" must be the same as the id of the step',
    ),
    "reference-missing": (
        "引用的“{value}”不存在",
        '"{value}" is referred to but does not exist',
    ),
    "form-required": ("用户任务没有表单", "the user task has no form"),
    "hit-policy": ("决策表没有写明命中策略", "the decision table names no hit policy"),
    "rule-cites-article": (
        "规则的说明未写明依据的条款（第……条）",
        "the rule's description cites no article (第……条)",
    ),
    "article-exists": (
        "《信访工作条例》没有“{value}”，或者依据编号有误",
        'the regulation has no "{value}", or it is no basis of law.sources',
    ),
    "chinese-label": ("缺少中文名称", "the Chinese label is missing"),
    "key-is-identifier": (
        "键“{value}”应为小写英文、数字和下划线",
        'the key "{value}" must be made of small letters, digits and underscores',
    ),
    "duplicate-key": ("键“{value}”重复", 'the key "{value}" occurs twice'),
    "unknown-component": ("表单组件类型“{value}”不认识", 'there is no form component "{value}"'),
}


def say(rule: str, value: str, language: Language) -> str:
    """The message of one of our own rules."""
    return WORDS[rule][0 if language == "zh" else 1].format(value=value)
