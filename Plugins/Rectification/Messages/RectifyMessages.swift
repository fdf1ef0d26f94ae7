import PluginAPI

/// What is said of what was done.
enum RectifyMessages {
  /// All sentences of the plugin.
  static let all =
    RectifyFaults.all + [
      settled, disposed, leftOut, deadlineMoved, delivered, reported, reportedLate, passed, passedOne, failed,
      closed,
      reopened, reopenedOverdue, extended, monthRuns, longestOpen, nothingProposed, decided, declined,
      followed, followedUntil,
      answeredLate,
      undated, voided, unitClosed, closedOutside,
    ]

  static let unitClosed = Message(
    "rectify.unit-closed", zh: "{unit}已于 {day} 撤销，文书发过去没有人收",
    en: "{unit} was closed on {day}; nobody there takes a paper",
    helpZh: "看单位变更里并到了哪里；责任单位用「整改 处理」改",
    helpEn: "unit_change says where it went; who answers is changed by rectify dispose")
  static let closedOutside = Message(
    "rectify.closed-outside", zh: "{count} 个问题没有经过核查销号，状态是直接改成或导入成“已销号”的：{findings}",
    en:
      "{count} {count:finding is|findings are} closed without a check: the status was set or imported directly: {findingsEn}",
    helpZh: "看是谁改的：解释 问题 编号 状态；不该销的用：整改 重开",
    helpEn: "see who did it: explain finding NUMBER status; reopen what should be open: rectify reopen")
  static let settled = Message(
    "rectify.settled", zh: "{count} 个问题现场反馈、当场销号",
    en: "{count} {count:finding|findings} settled on the spot and closed")
  static let disposed = Message(
    "rectify.disposed", zh: "{count} 个问题定为“{disposition}”",
    en: "{count} {count:finding|findings} disposed of as “{disposition}”")
  static let leftOut = Message(
    "rectify.left-out", zh: "{count} 个问题没有写进去，“{disposition}”只用于{allowed}的问题：{numbers}",
    en:
      "{count} {count:finding is|findings are} left out, since “{disposition}” is for {allowed} alone: {numbersEn}",
    helpZh: "核实严重程度，或者改处理方式：整改 处理 编号 --as 整改建议",
    helpEn: "see whether the severity is right, or change it: rectify dispose NUMBER --as 整改建议")
  static let deadlineMoved = Message(
    "rectify.deadline-moved", zh: "{finding} 的期限 {day} 是休息日，顺延到 {deadline}",
    en: "{finding}: the deadline {day} is a day off and moves to {deadline}")
  static let delivered = Message(
    "rectify.delivered", zh: "{paper} 于 {day} 送达；{count} 个问题的期限从这天算，最晚 {deadline}",
    en:
      "{paper} delivered on {day}; the deadlines of {count} {count:finding|findings} run from that day, the last {deadline}"
  )
  static let reported = Message(
    "rectify.reported", zh: "记下{unit}对 {finding} 的第 {round} 轮反馈，佐证 {files} 件",
    en: "round {round} of {unit} on {finding} recorded, {files} {files:file|files} of evidence",
    helpZh: "核查：整改 核查 {finding} --pass 或 --fail", helpEn: "check it: rectify check {finding} --pass or --fail"
  )
  static let reportedLate = Message(
    "rectify.reported-late", zh: "记下{unit}对 {finding} 的第 {round} 轮反馈，佐证 {files} 件；期限 {deadline} 已过，记为逾期",
    en:
      "round {round} of {unit} on {finding} recorded, {files} {files:file|files} of evidence; late, the deadline was {deadline}"
  )
  static let passed = Message(
    "rectify.passed", zh: "{finding} 第 {round} 轮核查通过，责任单位都已通过",
    en: "{finding}: round {round} passed, and so have all responsible units", helpZh: "销号：整改 销号 {finding}",
    helpEn: "close it: rectify close {finding}")
  static let passedOne = Message(
    "rectify.passed-one", zh: "{unit}对 {finding} 第 {round} 轮核查通过，还差：{waiting}",
    en: "{finding}: round {round} of {unit} passed; still to pass: {waitingEn}")
  static let failed = Message(
    "rectify.failed", zh: "{unit}对 {finding} 第 {round} 轮核查不通过，要再报",
    en: "{finding}: round {round} of {unit} failed and is to be reported again")
  static let closed = Message(
    "rectify.closed", zh: "{count} 个问题已销号，其中逾期的 {late} 个",
    en: "{count} {count:finding|findings} closed, {late} of them late")
  static let reopened = Message(
    "rectify.reopened", zh: "{finding} 已重开，期限 {deadline}；以前各轮都留着",
    en: "{finding} is open again, deadline {deadline}; its earlier rounds stay")
  static let reopenedOverdue = Message(
    "rectify.reopened-overdue", zh: "{finding} 没有定新的期限，原来的 {deadline} 已过：一重开就算逾期",
    en: "{finding} has no new deadline, and {deadline} is past: it is overdue at once",
    helpZh: "定新的期限：撤销 后加 --until 日期 再重开，或者批准延期：整改 延期 {finding} --until …",
    helpEn:
      "set one: undo and reopen with --until DAY, or grant an extension: rectify extend {finding} --until …")
  static let extended = Message(
    "rectify.extended", zh: "{finding} 的期限从 {before} 延到 {until}",
    en: "{finding}: deadline moved from {before} to {until}")
  static let monthRuns = Message(
    "rectify.month-runs", zh: "{month}还没有完，数到 {day}", en: "{month} has not ended: counted to {day}")
  static let longestOpen = Message(
    "rectify.longest-open", zh: "拖得最久的：{finding} {unit}，{day} 发现：{text}",
    en: "longest open: {finding} {unit}, found on {day}: {text}")
  static let nothingProposed = Message(
    "rectify.nothing-proposed", zh: "按规则没有新的问责建议", en: "the rules propose nothing new")
  static let decided = Message(
    "rectify.decided", zh: "{number} 已登记决定", en: "{number}: the decision is recorded",
    helpZh: "送达以后：整改 问责办理 {number} 送达 --on 日期", helpEn: "when delivered: rectify follow {number} 送达 --on DAY")
  static let declined = Message(
    "rectify.declined", zh: "{number} 不予采纳", en: "{number} was declined")
  static let followed = Message(
    "rectify.followed", zh: "{number}：{day} {step}，现在{state}", en: "{number}: {step} on {day}, now {state}")
  static let followedUntil = Message(
    "rectify.followed-until", zh: "{number}：{day} {step}，现在{state}；下一步期限 {until}",
    en: "{number}: {step} on {day}, now {state}; the next step has until {until}")
  static let answeredLate = Message(
    "rectify.answered-late", zh: "{number} 的{step}期限是 {due}，晚了 {days} 天",
    en: "{number}: {step} was due by {due}, {days} {days:day|days} late")
  static let undated = Message(
    "rectify.undated", zh: "{count} 个问题没有发现日期，哪个月都没有算",
    en: "{count} {count:finding has|findings have} no day of discovery and {count:is|are} in no month",
    helpZh: "补上：问题 | 筛选 发现日期 为空", helpEn: "see: finding | where found_on is null")
  static let voided = Message(
    "rectify.voided", zh: "{paper} 已作废；里面的问题可以另写公文，期限回到送达以前",
    en:
      "{paper} is void; its findings may be told in another paper and have the deadline back that they had before"
  )
}
