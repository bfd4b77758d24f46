"""Chinese wording of errors of the work around tasks."""

ERRORS: dict[str, str] = {
    "TaskChanged": "您打开之后，此任务有了变化。请看过变化后再提交，已填写的内容还在。",
    "UnseenChanges": "您打开之后，此任务有了变化。请看过变化后再提交，已填写的内容还在。",
    "SecondPersonNeeded": "您办理过上一环节，此环节须由他人办理。请交由同事办理。",
    "DelegatedAlready": "此任务已经委托给同事。请等待答复，或者先收回。",
    "NotDelegated": "此任务没有委托给他人，可能已经退还。请重新查看。",
    "OwnerCompletes": "此任务是委托您答复的，由委托人提交。请答复后交还。",
    "OpinionAskedAlready": "已经征求过这位同事的意见，尚未答复。请等待，或者撤回后再征求。",
    "OpinionNotFound": "没有等待答复的意见，可能已经答复或者撤回。",
    "OpinionsOutstanding": "征求的意见还有未答复的。请等待，或者写明不等答复的理由后再提交。",
    "MayNotUrge": "由负责人、督查和回访人员催办，不能催办自己的任务。可以写备注。",
    "UrgedToday": "您今天已经催办过此任务。每天一次，请明天再催。",
    "DraftNotFound": "此任务没有您的草稿。",
    "DraftChanged": "您在另一个标签页中填写了更新的内容。请打开较新的草稿，或者在那里继续。",
    "NoWayBack": "流程在此环节没有退回的去向。请作出决定，或者退回待领取。",
    "BulkMixed": "同一张表单只能提交同一环节的任务。请选择同一环节的任务。",
    "BulkNeedsText": "此环节的表单须逐件填写文字。请逐件办理。",
    "BulkIncomplete": "请写明指派给谁（user）、备注内容（text）或者表单（data）。",
}
