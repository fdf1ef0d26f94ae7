import KitModel

/// What is said on the way of a result from first marks to seal.
enum LifeFaults {
  static let all = [
    wrongStage, objectionsOpen, scoreAgain, fedBack, noObjections, noFindings, shareOutside,
    findingsRecorded,
    tooLate, objectedAlready, objected,
    noSuchObjection, decidedBefore, ownMark, ownObjection, decidedByOne, decided, upheld, oneDecision,
    liftsVetoOnly, markOfVeto,
    markOutside, markNoStep, tooEarly, inFuture,
    ownScoring,
    officeOfOne, reviewRuns, approved, nobodyScored, marksVoid, approvedWithout, stale, announced, reopened,
    noticeRuns,
    sealed,
    sealedBefore,
    noDifference,
    noSuchVersion,
  ]

  static let wrongStage = Message(
    "rubrics.wrong-stage", zh: "{label} {year} 在“{state}”阶段，不能{action}",
    en: "{label} {year} is at “{state}”: it cannot be {actionEn}",
    helpZh: "{action}要在这些阶段：{allowed}", helpEn: "that is done at: {allowed}")
  static let objectionsOpen = Message(
    "rubrics.objections-open", zh: "还有 {count} 件复核申请没有处理（{numbers}），不能{action}",
    en: "{count} {count:objection is|objections are} open ({numbers}): nothing can be {action}",
    helpZh: "先处理：{label} 复核 {year} {first} --uphold|--mark 分数 --opinion 意见",
    helpEn: "decide first: {plugin} decide {year} {first} --uphold|--mark MARKS --opinion …")
  static let scoreAgain = Message(
    "rubrics.score-again", zh: "评分之后指标体系改过（{before} → {now}），反馈前要重新评分",
    en: "the rubric was changed since it was scored ({before} → {now}): score again before feedback",
    helpZh: "{label} 评分 {year}", helpEn: "{plugin} score {year}")
  static let fedBack = Message(
    "rubrics.fed-back", zh: "{label} {year} 已反馈，各单位可以在 {until} 以前申请复核",
    en: "{label} {year} is fed back; units may object until {until}",
    helpZh: "登记：{label} 申请复核 {year} 单位 指标 --reason 理由",
    helpEn: "to register: {plugin} object {year} UNIT INDICATOR --reason …")
  static let noObjections = Message(
    "rubrics.no-objections", zh: "插件没有写复核登记在哪里",
    en: "the plugin does not say where objections are registered",
    helpZh: "在 plugin.yaml 的 assessment 里写 objections: district.objection",
    helpEn: "write objections: district.objection under assessment in plugin.yaml")
  static let noFindings = Message(
    "rubrics.no-findings", zh: "插件没有写问题记在哪里", en: "the plugin does not say where findings are recorded",
    helpZh: "在 plugin.yaml 的 assessment 里写 findings: district.finding",
    helpEn: "write findings: district.finding under assessment in plugin.yaml")
  static let shareOutside = Message(
    "rubrics.share-outside", zh: "得分率在 0 到 100% 之间", en: "a share of marks lies between 0 and 100 %",
    helpZh: "写 --below 60%", helpEn: "write --below 60%")
  static let findingsRecorded = Message(
    "rubrics.findings-recorded", zh: "{label} {year}：记了 {count} 个问题，涉及 {units} 个单位；早已记下的 {known} 个不动",
    en:
      "{labelEn} {year}: {count} findings of {units} units recorded; {known} that were there stay as they are",
    helpZh: "看：{relation} | 筛选 编号 开头是 \"{prefix}-\"",
    helpEn: "see {relation} | where number starts with \"{prefix}-\"")
  static let tooLate = Message(
    "rubrics.objection-late", zh: "{day} 提出的复核申请过了期限（{until}），没有登记",
    en: "the objection of {day} comes after {until} and was not registered",
    helpZh: "期限内收到的写上收到日期 --date；确需受理的由审定人重开：{label} 重开 {year}",
    helpEn:
      "give the day of receipt with --date if it came in time; else it takes a decision: {plugin} reopen {year}"
  )
  static let objectedAlready = Message(
    "rubrics.objected-already", zh: "同一单位同一指标已有复核申请 {number}，还没有处理",
    en: "there is an objection to the same mark already, {number}, still open")
  static let objected = Message(
    "rubrics.objected", zh: "已登记 {number}：{unit} 对 {indicator} {name} 申请复核",
    en: "{number} registered: {unit} objects to {indicator} {name}",
    helpZh: "处理：{label} 复核 {year} {number} --uphold|--mark 分数 --opinion 意见（初评人和登记人不能处理）",
    helpEn:
      "to decide: {plugin} decide {year} {number} --uphold|--mark MARKS --opinion … (not by the first assessor, nor by who registered it)"
  )
  static let noSuchObjection = Message(
    "rubrics.no-such-objection", zh: "{label} {year} 没有复核申请“{number}”",
    en: "{label} {year} has no objection “{number}”",
    helpZh: "有：{numbers}", helpEn: "there are: {numbers}")
  static let decidedBefore = Message(
    "rubrics.decided-before", zh: "{number} 已经处理过：{state}", en: "{number} was decided before: {stateEn}")
  static let ownMark = Message(
    "rubrics.own-mark", zh: "{person}是初评人，不能处理 {number}",
    en: "{person} gave the first mark and cannot decide on {number}",
    helpZh: "换一个人处理：dudao --person 姓名 …", helpEn: "someone else decides: dudao --person NAME …")
  static let ownObjection = Message(
    "rubrics.own-objection", zh: "{number} 是{person}登记的，不能自己处理",
    en: "{person} registered {number} and cannot decide on it",
    helpZh: "换一个人处理：dudao --person 姓名 …", helpEn: "someone else decides: dudao --person NAME …")
  static let decidedByOne = Message(
    "rubrics.decided-by-one", zh: "只有一名工作人员，{number} 的{parts}和处理都是{person}；复核意见里写明",
    en: "the office has one person: {person} {partsEn} and decided on {number}; the opinion says so")
  static let upheld = Message(
    "rubrics.objection-upheld", zh: "{number} 已处理：维持原来的得分", en: "{number} is decided: the mark stays")
  static let decided = Message(
    "rubrics.objection-decided", zh: "{number} 已处理", en: "{number} is decided",
    helpZh: "得分有变的，重新评分：{label} 评分 {year}",
    helpEn: "where a mark changed score again: {plugin} score {year}")
  static let oneDecision = Message(
    "rubrics.one-decision", zh: "维持（--uphold）、改分（--mark 分数）、取消否决（--lift）只能写一样",
    en: "give one of --uphold, --mark MARKS and --lift")
  static let liftsVetoOnly = Message(
    "rubrics.lifts-veto-only", zh: "--lift 只用于否决事项", en: "--lift is for vetoes only")
  static let markOfVeto = Message(
    "rubrics.mark-of-veto", zh: "否决事项没有分数", en: "a veto has no marks", helpZh: "取消否决写 --lift",
    helpEn: "to take it back write --lift")
  static let markOutside = Message(
    "rubrics.mark-outside", zh: "{mark} 分不在 {least} 到 {most} 之间",
    en: "{mark} does not lie between {least} and {most}")
  static let markNoStep = Message(
    "rubrics.mark-no-step", zh: "{indicator} 只能得规定的分档，{mark} 不是",
    en: "{mark} is none of the steps of {indicator}",
    helpZh: "可以是：{steps}", helpEn: "allowed: {steps}")
  static let tooEarly = Message(
    "rubrics.before-station", zh: "{action}的日期 {day} 早于{station}的日期 {other}",
    en: "{actionEn} on {day} would come before {stationEn} on {other}",
    helpZh: "核对 --as-of 或 --date", helpEn: "check --as-of or --date")
  static let inFuture = Message(
    "rubrics.day-to-come", zh: "日期 {day} 在今天（{today}）以后", en: "{day} lies after today, {today}",
    helpZh: "核对 --date", helpEn: "check --date")
  static let ownScoring = Message(
    "rubrics.own-scoring", zh: "{person}是评分的人，不能审定自己的评分",
    en: "{person} scored and cannot approve the own scoring",
    helpZh: "换一个有审定职责的人：dudao --person 姓名 …",
    helpEn: "someone else with that duty approves: dudao --person NAME …")
  static let officeOfOne = Message(
    "rubrics.office-of-one", zh: "只有一名工作人员，评分和审定都是{person}",
    en: "the office has one person: {person} scored and approved")
  static let reviewRuns = Message(
    "rubrics.review-runs", zh: "复核期限到 {until}，期满才能审定",
    en: "units may object until {until}; it can be approved afterwards")
  static let approved = Message(
    "rubrics.approved", zh: "{label} {year} 已审定", en: "{label} {year} is approved",
    helpZh: "下一步公示：{label} 公示 {year}",
    helpEn: "next: {plugin} announce {year}")
  static let nobodyScored = Message(
    "rubrics.nobody-scored", zh: "{label} {year} 没有一个单位有总分，不能审定",
    en: "{label} {year}: no unit has a total, there is nothing to approve",
    helpZh: "看缺什么：解释 {label} {year} 单位；补齐以后重新评分：{label} 评分 {year}",
    helpEn: "see what is missing: explain {plugin} {year} UNIT; then {plugin} score {year}")
  static let marksVoid = Message(
    "rubrics.marks-void", zh: "有填的数已经不作数（{list}），不能{action}",
    en: "what was entered holds no more ({list}): it cannot be {action}",
    helpZh: "指标体系改了满分或问法：重新下发这些表，收回时加 --replace，再评分",
    helpEn:
      "the rubric changed full marks or how it asks: send these sheets again, collect them with --replace, score again"
  )
  static let approvedWithout = Message(
    "rubrics.approved-without", zh: "有 {count} 个单位没有总分、等级和名次（{names}）",
    en: "{count} {count:unit has|units have} neither total nor grade nor rank ({names})")
  static let stale = Message(
    "rubrics.stale", zh: "数据在评分之后变过，重算会改 {count} 处，不能审定",
    en: "data changed since it was scored, {count} {count:value|values} would change: it cannot be approved",
    helpZh: "先看：比对 {label} {year}；再重新评分：{label} 评分 {year}",
    helpEn: "look: diff {plugin} {year}; then score again: {plugin} score {year}")
  static let announced = Message(
    "rubrics.announced", zh: "{label} {year} 开始公示，到 {until} 为止",
    en: "{label} {year} is announced until {until}",
    helpZh: "期满封存：封存 {label} {year}", helpEn: "afterwards: seal {plugin} {year}")
  static let reopened = Message(
    "rubrics.reopened", zh: "{label} {year} 已重开为第 {version} 版，回到初评",
    en: "{label} {year} is reopened as version {version}, back at the first marks")
  static let noticeRuns = Message(
    "rubrics.notice-runs", zh: "公示到 {until}，期满才能封存",
    en: "it is announced until {until}; it can be sealed afterwards")
  static let sealed = Message(
    "rubrics.sealed", zh: "{label} {year} 第 {version} 版已封存；日志码 {code}",
    en: "version {version} of {label} {year} is sealed; journal code {code}",
    helpZh: "日后核对：核验 --against {code}", helpEn: "to check later: verify --against {code}")
  static let sealedBefore = Message(
    "rubrics.sealed-before", zh: "{label} {year} 第 {version} 版已于 {day} 封存",
    en: "version {version} of {label} {year} was sealed on {day}", helpZh: "看重算会变什么：比对 {label} {year}",
    helpEn: "what would change: diff {plugin} {year}")
  static let noDifference = Message(
    "rubrics.no-difference", zh: "按现在的数据重算，{label} {year} 没有变化",
    en: "worked out again, {label} {year} is the same")
  static let noSuchVersion = Message(
    "rubrics.no-such-version", zh: "{label} {year} 没有封存的第 {version} 版",
    en: "{label} {year} has no sealed version {version}",
    helpZh: "封存的版本：{versions}", helpEn: "sealed are: {versions}")
}
