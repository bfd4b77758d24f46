"""The rules of bpmnlint and of Zeebe 8.6 in Chinese, by rule name."""

PLAIN: dict[str, str] = {
    "conditional-flows": "分支的顺序流应有条件，或者设为默认",
    "end-event-required": "流程缺少结束事件",
    "event-based-gateway": "事件网关的出口至少两个，且不得带条件",
    "event-sub-process-typed-start-event": "事件子流程的开始事件应有类型",
    "fake-join": "多条路径在此未经网关合并",
    "global": "全局元素未被引用、重名或者没有名称",
    "label-required": "缺少名称",
    "link-event": "链接事件应成对，且须命名",
    "no-bpmndi": "没有画在图上（缺少坐标）",
    "no-complex-gateway": "不得使用复杂网关",
    "no-disconnected": "没有与流程相连",
    "no-duplicate-sequence-flows": "顺序流重复",
    "no-gateway-join-fork": "同一网关不得既合并又分支",
    "no-implicit-end": "路径没有走到结束事件",
    "no-implicit-split": "分支应使用网关",
    "no-implicit-start": "路径没有开始事件",
    "no-inclusive-gateway": "不得使用包容网关",
    "no-overlapping-elements": "图上与其他元素重叠",
    "single-blank-start-event": "普通开始事件只能有一个",
    "single-event-definition": "一个事件只能有一种定义",
    "start-event-required": "流程缺少开始事件",
    "sub-process-blank-start-event": "子流程的开始事件不得带类型",
    "superfluous-gateway": "网关只有一进一出，多余",
    "superfluous-label": "汇合处无须命名",
    "superfluous-termination": "终止结束事件多余",
    "ad-hoc-sub-process": "临时子流程的内容不符合要求",
}

# The English tells which part: it follows in brackets.
WITH_DETAIL: dict[str, str] = {
    "implementation": "没有指明如何执行",
    "called-element": "没有指明调用哪个流程",
    "duplicate-task-headers": "任务头重名",
    "element-type": "引擎不支持此种元素",
    "error-reference": "错误定义不完整",
    "escalation-reference": "升级定义不完整",
    "escalation-boundary-event-attached-to-ref": "升级边界事件附着的位置不对",
    "event-based-gateway-target": "事件网关之后的事件不得另有入口",
    "executable-process": "流程未设为可执行",
    "loop-characteristics": "多实例定义不完整",
    "message-reference": "消息定义不完整",
    "io-mapping": "输入输出映射不合规则",
    "no-expression": "此处不得使用表达式",
    "no-loop": "循环中没有等待或者任务",
    "no-multiple-none-start-events": "普通开始事件只能有一个",
    "sequence-flow-condition": "顺序流的条件不合规则",
    "start-event-form": "开始事件不得带表单",
    "subscription": "消息缺少关联键",
    "timer": "定时器定义不合规则",
    "user-task-definition": "用户任务的定义不合规则",
    "user-task-form": "用户任务的表单不合规则",
    "variable-name": "变量名不合规则",
    "feel": "FEEL 表达式有语法错误",
    "feel-compatibility": "此版本引擎不支持该 FEEL 函数",
    "task-schedule": "任务的期限不合规则",
    "secrets": "不得引用密钥",
    "signal-reference": "信号定义不完整",
    "priority-definition": "任务的优先级不合规则",
    "version-tag": "版本标签不合规则",
    "zeebe-user-task": "应使用引擎的用户任务（zeebe:userTask）",
    "form-linting": "表单组件不合规则",
    "wait-for-completion": "等待结果的设置不合规则",
    "execution-listener": "执行监听器不合规则",
    "duplicate-execution-listeners": "执行监听器重复",
    "connector-properties": "连接器属性不合规则",
    "no-business-id": "此版本引擎不支持业务编号",
    "no-cancel-execution-listener": "此版本引擎不支持取消监听器",
    "no-before-all-execution-listener": "此版本引擎不支持此种监听器",
    "no-execution-listener-headers": "此版本引擎不支持监听器头",
    "no-job-priority-definition": "此版本引擎不支持作业优先级",
    "no-task-listeners": "此版本引擎不支持任务监听器",
    "parse-error": "文件无法读取",
    "rule-error": "检查程序出错，请先改正其他问题",
}


def say_in_chinese(rule: str, english: str) -> str:
    """The Chinese message; the English of the linter where the rule is not known here."""
    if rule in PLAIN:
        return PLAIN[rule]
    if rule in WITH_DETAIL:
        return f"{WITH_DETAIL[rule]}（{english}）"
    return english
