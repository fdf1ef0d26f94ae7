import KitModel

/// What the commands of a result's life are called and take.
enum LifeWords {
  static let feedback = Label(
    zh: "把初评分数反馈给各单位，开始计算复核期限", en: "feed the first marks back; the days for objections begin")
  static let feedbackExample = Label(zh: "反馈 2024 年的初评", en: "feed 2024 back")
  static let feedbackAction = Label(zh: "反馈", en: "fed back")
  static let object = Label(zh: "登记单位对某个指标得分的复核申请", en: "register what a unit objects to")
  static let objectExample = Label(zh: "青石镇对 C2 申请复核", en: "青石镇 objects to C2")
  static let scoringDay = Label(zh: "初评", en: "the first marks")
  static let lastScoringDay = Label(zh: "最近一次评分", en: "the last scoring")
  static let feedbackDay = Label(zh: "反馈", en: "feedback")
  static let objectionDay = Label(zh: "申请复核", en: "an objection")
  static let decisionDay = Label(zh: "复核", en: "a decision on it")
  static let approvalDay = Label(zh: "审定", en: "approval")
  static let noticeDay = Label(zh: "公示", en: "the public notice")
  static let objectAction = Label(zh: "登记复核申请", en: "objected to")
  static let decide = Label(
    zh: "处理复核申请：维持、改分或取消否决", en: "decide on an objection: uphold, another mark, or a veto taken back")
  static let objectionOpen = Label(
    zh: "{number}：{submitted} 申请复核（{reason}），{state}",
    en: "{number}: objection of {submitted} ({reason}), {state}")
  static let objectionDecided = Label(
    zh: "{number}：{submitted} 申请复核（{reason}），{decided} {person}{state}：{decision}",
    en: "{number}: objection of {submitted} ({reason}); {person} on {decided}: {state}, {decision}")
  static let sameHands = Label(
    zh: "{opinion}（只有一名工作人员，{parts}和处理都是{person}）",
    en: "{opinion} (the office has one person: {person} {parts} and decided)")
  static let partRegistered = Label(zh: "登记", en: "registered")
  static let partScored = Label(zh: "初评", en: "gave the first mark")
  static let partBoth = Label(zh: "初评、登记", en: "gave the first mark, registered")
  static let decideExample = Label(zh: "第 1 件改为 6 分", en: "6 marks for the first")
  static let decideAction = Label(zh: "处理复核", en: "decided on")
  static let approve = Label(zh: "审定评分，由评分人以外的人办", en: "approve the marks, by someone other than who scored")
  static let approveExample = Label(zh: "审定 2024 年的结果", en: "approve 2024")
  static let approveAction = Label(zh: "审定", en: "approved")
  static let announce = Label(zh: "开始公示", en: "begin the public notice")
  static let announceExample = Label(zh: "公示 2024 年的结果", en: "announce 2024")
  static let announceAction = Label(zh: "公示", en: "announced")
  static let reopen = Label(zh: "依据决定重开，封存的那一版不变", en: "reopen by a decision; the sealed version stays")
  static let reopenExample = Label(zh: "依据督委会决定重开", en: "by a decision of the committee")
  static let reopenAction = Label(zh: "重开", en: "reopened")
  static let sealName = Label(zh: "封存", en: "seal")
  static let seal = Label(zh: "封存考核结果，以后不能改，只能依据决定重开", en: "seal a result; it never changes afterwards")
  static let sealExample = Label(zh: "封存 2024 年履职考核", en: "seal the assessment of 2024")
  static let sealAction = Label(zh: "封存", en: "sealed")
  static let sealReason = Label(
    zh: "{label} {year} 第 {version} 版已封存", en: "version {version} of {label} {year} is sealed")
  static let diffName = Label(zh: "比对", en: "diff")
  static let diff = Label(
    zh: "按现在的数据重算，列出和封存（或现有）结果的不同",
    en: "work out again and list what differs from the sealed (or present) result")
  static let diffExample = Label(zh: "2024 年重算会变什么", en: "what would change in 2024")
  static let assessment = Label(zh: "考核", en: "assessment")
  static let assessmentHelp = Label(
    zh: "哪项考核：插件的标识或名称，如 duty、履职", en: "which: id or name of the plugin, as duty")
  static let unit = Label(zh: "单位", en: "Unit")
  static let unitHelp = Label(zh: "单位的代码或名称", en: "code or name of the unit")
  static let indicatorHelp = Label(zh: "指标编号或名称", en: "number or name of the indicator")
  static let reason = Label(zh: "理由", en: "reason")
  static let reasonHelp = Label(zh: "单位的理由", en: "why the unit objects")
  static let evidence = Label(zh: "佐证", en: "evidence")
  static let evidenceHelp = Label(zh: "佐证材料的名称或编号", en: "name or number of the evidence")
  static let date = Label(zh: "日期", en: "date")
  static let dateHelp = Label(zh: "收到的日期，不写就是今天", en: "the day of receipt; today unless given")
  static let number = Label(zh: "申请编号", en: "number")
  static let numberHelp = Label(zh: "复核申请的编号", en: "number of the objection")
  static let mark = Label(zh: "改为", en: "mark")
  static let markHelp = Label(zh: "复核后的得分", en: "the mark instead")
  static let uphold = Label(zh: "维持", en: "uphold")
  static let upholdHelp = Label(zh: "维持原来的得分", en: "the mark stays")
  static let lift = Label(zh: "取消否决", en: "lift")
  static let liftHelp = Label(zh: "否决不成立", en: "the veto is taken back")
  static let opinion = Label(zh: "意见", en: "opinion")
  static let opinionHelp = Label(zh: "复核意见", en: "the opinion")
  static let body = Label(zh: "机关", en: "body")
  static let bodyHelp = Label(zh: "作出决定的机关", en: "the body that decided")
  static let documentNumber = Label(zh: "文号", en: "number")
  static let documentNumberHelp = Label(zh: "决定的文号", en: "number of the decision")
  static let decisionDateHelp = Label(zh: "决定的日期", en: "day of the decision")
  static let reopenReasonHelp = Label(zh: "为什么重开", en: "why it is reopened")
  static let version = Label(zh: "版次", en: "edition")
  static let versionHelp = Label(zh: "与封存的哪一版比；不写就是最后一版", en: "the sealed version; the last one unless given")
  static let what = Label(zh: "项目", en: "What")
  static let before = Label(zh: "原为", en: "Before")
  static let now = Label(zh: "现为", en: "Now")
}

extension Objections.State {
  /// What it is called.
  var label: Label {
    switch self {
    case .registered: Label(zh: rawValue, en: "registered")
    case .inReview: Label(zh: rawValue, en: "in review")
    case .upheld: Label(zh: rawValue, en: "the mark stays")
    case .changed: Label(zh: rawValue, en: "changed")
    case .withdrawn: Label(zh: rawValue, en: "withdrawn")
    }
  }
}
