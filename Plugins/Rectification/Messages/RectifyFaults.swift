import PluginAPI

/// What is refused, and why.
enum RectifyFaults {
  static let all = [
    noRules, ruleTwice, ruleDays, ruleWord, ruleWithoutForms, noSuchFinding, noFindings, noDisposition,
    notInRules,
    noteWanted, departmentWanted, closedAlready, inPaper, notSevere, noPaperRule, nothingToDraft, noItems,
    severalResponsible, notResponsible, roundOpen, dayAhead, oneResult, failNote, nothingToCheck, notPassed,
    noEvidence, evidenceChanged, deadlineYear, notClosed, deadlinePast, noDeadline, notLonger, monthAhead,
    unitWanted, formWanted,
    noSuchForm,
    noSuchProposal, decidedAlready, notInScripts, wrongStep, stepTooEarly, stepTooLate, resultWanted,
    ownFeedback, beforeLastStep, roundWaits, changedSince, otherDeadline, toldTwice, deliveredAlready,
    noRevoke,
    otherFinding, emptyRows,
  ]

  static let noRules = Message(
    "rectify.no-rules", zh: "整改插件缺少 rules.yaml", en: "the plugin rectify lacks its rules.yaml",
    helpZh: "重新安装插件，或者把规则写在工作区的 rectify.yaml",
    helpEn: "install the plugin again, or write rules into rectify.yaml of the workspace")
  static let ruleTwice = Message(
    "rectify.rule-twice", zh: "规则“{id}”写了两次", en: "the rule “{id}” stands there twice")
  static let ruleDays = Message(
    "rectify.rule-days", zh: "{found} 天不行，要在 1 到 3650 之间", en: "{found} days are not between 1 and 3650")
  static let ruleWord = Message(
    "rectify.rule-word", zh: "不认识“{found}”", en: "“{found}” is not known", helpZh: "可以写：{allowed}",
    helpEn: "it may be {allowedEn}")
  static let ruleWithoutForms = Message(
    "rectify.rule-without-forms", zh: "“{found}”不在问责方式里：这份文件没有写 forms",
    en: "“{found}” is no form of accountability here: the file has no forms",
    helpZh: "在 forms 里写上：问责: [{found}, …]", helpEn: "add to forms: 问责: [{found}, …]")
  static let noSuchFinding = Message(
    "rectify.no-such-finding", zh: "没有编号为“{finding}”的问题", en: "there is no finding “{finding}”",
    helpZh: "查编号：问题 | 筛选 单位 == \"…\" | 选列 编号, 内容",
    helpEn: "look for its number: finding | where unit == \"…\" | select number, text")
  static let noFindings = Message(
    "rectify.no-findings", zh: "没有写是哪些问题", en: "no finding is named",
    helpZh: "写问题编号，或者 --of (问题 | 筛选 …)", helpEn: "give numbers, or --of (finding | where …)")
  static let noDisposition = Message(
    "rectify.no-disposition", zh: "没有写怎么处理", en: "it does not say what is to become of it")
  static let notInRules = Message(
    "rectify.not-in-rules", zh: "规则里没有“{disposition}”这种处理方式",
    en: "the rules do not have the disposition “{disposition}”", helpZh: "规则里有：{known}",
    helpEn: "they have: {known}")
  static let noteWanted = Message(
    "rectify.note-wanted", zh: "现场反馈的要写清当场怎么改的", en: "one settled on the spot wants a note of how",
    helpZh: "加上 --note \"…\"", helpEn: "add --note \"…\"")
  static let departmentWanted = Message(
    "rectify.department-wanted", zh: "协商函要写发给哪个部门", en: "a letter goes to a department",
    helpZh: "加上 --unit 部门", helpEn: "add --unit DEPARTMENT")
  static let closedAlready = Message(
    "rectify.closed-already", zh: "{finding} 已经销号", en: "{finding} is closed",
    helpZh: "又出现的：整改 重开 {finding} --reason 原因", helpEn: "if it came back: rectify reopen {finding} --reason …"
  )
  static let inPaper = Message(
    "rectify.in-paper", zh: "{finding} 已经写进 {paper}，不能改处理方式",
    en: "{finding} is told in {paper}; its disposition stays",
    helpZh: "先作废：整改 作废 {paper} --reason 原因", helpEn: "void that first: rectify void {paper} --reason …")
  static let notSevere = Message(
    "rectify.not-severe", zh: "{finding} 的严重程度是{severity}，“{disposition}”只用于{allowed}的问题",
    en: "{finding} is {severity}: “{disposition}” is for {allowed} alone",
    helpZh: "改用整改建议，或者先核实严重程度", helpEn: "use 整改建议, or see whether its severity is right")
  static let noPaperRule = Message(
    "rectify.no-paper-rule", zh: "规则里没有用“{kind}”的处理方式", en: "no disposition in the rules uses “{kind}”",
    helpZh: "在规则的 dispositions 里写 paper: {kind}", helpEn: "write paper: {kind} into dispositions of the rules"
  )
  static let nothingToDraft = Message(
    "rectify.nothing-to-draft", zh: "没有要写进{kind}的问题：处理方式是“{disposition}”、没有销号、也没有写进别的公文的，一个也没有",
    en:
      "nothing is left for {kindEn}: no open finding with the disposition “{disposition}” that no paper tells",
    helpZh: "先定处理方式：整改 处理 编号 --as {disposition}",
    helpEn: "say so first: rectify dispose NUMBER --as {disposition}")
  static let noItems = Message(
    "rectify.no-items", zh: "{paper} 里没有整改事项", en: "{paper} has no items to be mended",
    helpZh: "别的公文用：公文 送达 {paper}", helpEn: "of other papers: paper deliver {paper}")
  static let severalResponsible = Message(
    "rectify.several-responsible", zh: "{finding} 有几个责任单位：{units}",
    en: "several units answer for {finding}: {unitsEn}",
    helpZh: "加上 --unit 写明是哪个", helpEn: "say which with --unit")
  static let notResponsible = Message(
    "rectify.not-responsible", zh: "{found}不是 {finding} 的责任单位", en: "{found} does not answer for {finding}",
    helpZh: "责任单位是：{units}", helpEn: "those who do: {unitsEn}")
  static let roundOpen = Message(
    "rectify.round-open", zh: "{unit}对 {finding} 的第 {round} 轮反馈还没有核查",
    en: "round {round} of {unit} on {finding} is not checked yet",
    helpZh: "先核查：整改 核查 {finding} --pass 或 --fail（几个责任单位的加 --unit）",
    helpEn: "check it first: rectify check {finding} --pass or --fail")
  static let dayAhead = Message(
    "rectify.day-ahead", zh: "{day} 还没有到，今天是 {today}", en: "{day} is not yet there, today is {today}")
  static let oneResult = Message(
    "rectify.one-result", zh: "核查结果写 --pass（通过）或 --fail（不通过），只写一个", en: "give one of --pass and --fail")
  static let failNote = Message(
    "rectify.fail-note", zh: "不通过的要写明哪里没有改好", en: "a failed check says what is not mended",
    helpZh: "加上 --note \"…\"", helpEn: "add --note \"…\"")
  static let nothingToCheck = Message(
    "rectify.nothing-to-check", zh: "{unit}对 {finding} 没有等核查的反馈",
    en: "{unit} has no feedback on {finding} to be checked",
    helpZh: "先登记反馈：整改 反馈 {finding} --measure 怎么改的",
    helpEn: "record it first: rectify report {finding} --measure …")
  static let notPassed = Message(
    "rectify.not-passed", zh: "{finding} 不能销号：{waiting}还没有核查通过",
    en: "{finding} cannot be closed: {waitingEn} {waitingEn:has|have} not passed", helpZh: "责任单位都通过以后再销号",
    helpEn: "all responsible units must pass first")
  static let deadlineYear = Message(
    "rectify.deadline-year", zh: "{finding} 的期限 {day}：{year} 年的放假安排还没有登记，不知道是不是休息日",
    en: "{finding}, deadline {day}: the days off of {year} are not recorded, so it may be one",
    helpZh: "把 {year} 年的放假和调休写进 workspace.yaml 的 calendar",
    helpEn: "write the days off and make-up workdays of {year} into calendar of workspace.yaml")
  static let noEvidence = Message(
    "rectify.no-evidence", zh: "{finding} 不能销号：{responsible}的反馈没有佐证",
    en: "{finding} cannot be closed: the feedback of {responsible} has no evidence",
    helpZh: "让单位补报，带上照片或文件：整改 反馈 {finding} --measure … --evidence 文件",
    helpEn: "let the unit report again with a file: rectify report {finding} --measure … --evidence FILE")
  static let evidenceChanged = Message(
    "rectify.evidence-changed",
    zh: "{finding} 不能销号：佐证 {number} {title} 的文件 {file} 不见了，或者登记以后改过",
    en: "{finding} cannot be closed: {file} of the evidence {number} {title} is gone, or was changed since",
    helpZh: "从备份里找回原来的文件，或者让单位重新报一轮", helpEn: "take the file from a backup, or let the unit report again")
  static let notClosed = Message(
    "rectify.not-closed", zh: "{finding} 没有销号，不用重开", en: "{finding} is not closed")
  static let deadlinePast = Message(
    "rectify.deadline-past", zh: "新期限 {day} 要在今天（{today}）以后",
    en: "the new deadline {day} is to be after today, {today}")
  static let noDeadline = Message(
    "rectify.no-deadline", zh: "{finding} 没有期限，谈不上延期", en: "{finding} has no deadline to be extended",
    helpZh: "期限从公文送达那天算：整改 送达 文号 --to 签收人", helpEn: "it runs from delivery: rectify deliver PAPER --to WHOM")
  static let notLonger = Message(
    "rectify.not-longer", zh: "延到 {until} 不行：原期限是 {before}，而且要在今天以后",
    en: "{until} will not do: the deadline is {before}, and it must be after today")
  static let monthAhead = Message(
    "rectify.month-ahead", zh: "{month}还没有到，今天是 {today}", en: "{month} is not yet there, today is {today}")
  static let unitWanted = Message(
    "rectify.unit-wanted", zh: "按规则提出时不能带这一项；指定的要先写单位",
    en: "by the rules nothing else is given; name a unit first")
  static let formWanted = Message(
    "rectify.form-wanted", zh: "要写方式和情形", en: "it wants a form and a ground",
    helpZh: "加上 --form 约谈 --ground \"…\"", helpEn: "add --form 约谈 --ground \"…\"")
  static let noSuchForm = Message(
    "rectify.no-such-form", zh: "规则里没有“{form}”这种方式", en: "the rules know no form “{form}”",
    helpZh: "有：{forms}",
    helpEn: "there are: {forms}")
  static let noSuchProposal = Message(
    "rectify.no-such-proposal", zh: "没有编号为“{number}”的问责或激励", en: "there is no proposal “{number}”",
    helpZh: "全部：问责激励 | 选列 编号, 单位, 方式, 状态",
    helpEn: "all: rectify.accountability | select number, unit, form, state")
  static let decidedAlready = Message(
    "rectify.decided-already", zh: "{number} 的状态是{state}，不能再决定",
    en: "{number} is {state} and cannot be decided again")
  static let notInScripts = Message(
    "rectify.not-in-scripts", zh: "问责只能由人登记，脚本不能用这条命令",
    en: "accountability is recorded by a person; no script can",
    helpZh: "在提示符下键入", helpEn: "type it at the prompt")
  static let wrongStep = Message(
    "rectify.wrong-step", zh: "{number} 现在不能登记“{step}”：前一步还没有，或者这一步已经登记过（状态 {state}）",
    en:
      "{number}: “{step}” does not come now: the step before is not there, or this one is recorded already ({state})"
  )
  static let stepTooEarly = Message(
    "rectify.step-too-early", zh: "“{step}”在 {day}，早于 {before}", en: "“{step}” on {day} is before {before}")
  static let stepTooLate = Message(
    "rectify.step-too-late", zh: "{number} 的“{step}”期限到 {until}，{day} 已经过了",
    en: "{number}: “{step}” was possible until {until}, not on {day}")
  static let resultWanted = Message(
    "rectify.result-wanted", zh: "“{step}”要写结果", en: "“{step}” wants its result", helpZh: "加上 --result \"…\"",
    helpEn: "add --result \"…\"")
  static let ownFeedback = Message(
    "rectify.own-feedback", zh: "{finding} 的第 {round} 轮反馈是{person}登记的，不能由本人{action}",
    en: "round {round} of feedback on {finding} was recorded by {person}, who cannot have it {actionEn}",
    helpZh: "请另一人办", helpEn: "ask another person")
  static let beforeLastStep = Message(
    "rectify.before-last-step", zh: "{day} 早于 {finding} 最近的一步（{last}）",
    en: "{day} is before the last step of {finding} ({last})",
    helpZh: "按实际日期登记；看过程：整改 过程 {finding}", helpEn: "record the day that it was; see rectify history {finding}"
  )
  static let roundWaits = Message(
    "rectify.round-waits", zh: "{finding} 有反馈等着核查，不能改处理方式",
    en: "{finding} has feedback to be checked; its disposition stays",
    helpZh: "先核查：整改 核查 {finding} --pass 或 --fail", helpEn: "first: rectify check {finding} --pass or --fail")
  static let changedSince = Message(
    "rectify.changed-since", zh: "{paper} 不能签发：{finding} 现在处理方式是{disposition}、严重程度是{severity}，与拟稿时不同或者已经销号",
    en:
      "{paper} cannot be signed: {finding} is now {disposition}, {severity}, unlike when it was drafted, or it is closed",
    helpZh: "作废这份草稿，重新拟", helpEn: "void the draft and draft it anew")
  static let otherDeadline = Message(
    "rectify.other-deadline", zh: "{paper} 不能签发：正文写的期限是{found}，登记的是{limit}，送达以后按登记的算",
    en:
      "{paper} cannot be signed: its text says {found}, the register {limit}, which will count from its delivery",
    helpZh: "作废草稿，用 整改 拟文 --days 天数（--workdays）重拟；或者用 公文 文稿 把正文改回{limit}",
    helpEn: "void it and draft it anew with rectify draft --days N; or put {limit} back with paper text")
  static let toldTwice = Message(
    "rectify.told-twice", zh: "{paper} 不能签发：{finding} 已经写进 {other}",
    en: "{paper} cannot be signed: {finding} is told in {other}")
  static let deliveredAlready = Message(
    "rectify.delivered-already", zh: "{paper} 已经登记在 {day} 送达",
    en: "{paper} is recorded as delivered on {day}",
    helpZh: "登记错了的，加上 --correct --reason 原因，由审核人更正",
    helpEn: "to correct it add --correct --reason …, by someone who reviews")
  static let noRevoke = Message(
    "rectify.no-revoke", zh: "“{step}”不能撤销决定，复核答复和申诉处理才能",
    en: "“{step}” revokes nothing; an answer to a review or an appeal may")
  static let otherFinding = Message(
    "rectify.other-finding", zh: "{finding} 是{unit}的问题，{found}也不是它的责任单位",
    en: "{finding} is of {unit}, and {found} does not answer for it")
  static let emptyRows = Message(
    "rectify.empty-rows", zh: "--of 的那些行里一个问题也没有", en: "the rows of --of hold no finding")
}
