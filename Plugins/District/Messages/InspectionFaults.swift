import PluginAPI

/// What is said of steps and assignments.
enum InspectionFaults {
  static let all = [
    stepNotNeeded, notedBefore, inFuture, outOfOrder, noted, stepsBefore, archiveWaits, leftOut, recused,
    teamTooSmall, leadOutside, assigned, overload, inspectionOver, notSent, nobodyNew, replacingNeedsReason,
    paperUnknown,
  ]

  static let stepNotNeeded = Message(
    "district.step-not-needed", zh: "{kind}没有「{step}」这一步；要办的是：{steps}",
    en: "{kind} has no step {step}; it has: {steps}",
    helpZh: "步骤写在 procedures.yaml", helpEn: "steps stand in procedures.yaml")
  static let notedBefore = Message(
    "district.step-noted-before", zh: "{inspection}的「{step}」{day} 已由{person}登记",
    en: "{step} of {inspection} was noted by {person}, done on {day}",
    helpZh: "要更正就加 --correct", helpEn: "add --correct to correct it")
  static let inFuture = Message(
    "district.step-in-future", zh: "{day} 还没到（今天 {today}）：办完了才登记",
    en: "{day} is still to come (today is {today}): a step is noted when it is done")
  static let outOfOrder = Message(
    "district.step-out-of-order", zh: "日期不对：「{step}」{day}，而「{other}」是 {otherDay}",
    en: "the days do not go together: {step} on {day}, {other} on {otherDay}")
  static let noted = Message(
    "district.step-noted", zh: "已登记：{inspection}「{step}」{day}", en: "noted: {step} of {inspection}, {day}")
  static let stepsBefore = Message(
    "district.steps-before", zh: "前面还没有登记：{steps}", en: "not noted yet, though they come before: {steps}")
  static let archiveWaits = Message(
    "district.archive-waits", zh: "{inspection}还有 {count} 项没办齐，不能归档",
    en: "{inspection} cannot be archived: {count} {count:thing is|things are} left out")
  static let leftOut = Message(
    "district.left-out", zh: "{item}：{state}{rest}", en: "{item}: {state}{rest}")
  static let recused = Message(
    "district.assign-recused", zh: "要回避的人不能去{unit}", en: "who is recused from {unit} cannot be sent there")
  static let teamTooSmall = Message(
    "district.assign-team-too-small", zh: "{kind}的督导组至少 {least} 人，去{unit}的只有 {count} 人",
    en: "a team for {kind} has at least {least}; only {count} would go to {unit}",
    helpZh: "一次把人写全；最少人数写在 procedures.yaml 的 team",
    helpEn: "name the whole team at once; the least size stands in procedures.yaml as team")
  static let leadOutside = Message(
    "district.assign-lead-outside", zh: "组长{lead}不在这一组里：{team}",
    en: "{lead}, who is to lead, is not in the team: {team}")
  static let assigned = Message(
    "district.assigned", zh: "已安排 {persons} 去{unit}，{day}；这一组共 {size} 人",
    en: "sent to {unit} on {day}: {persons}; {size} in the team")
  static let inspectionOver = Message(
    "district.inspection-over", zh: "{inspection}已经结束，不能再安排人",
    en: "{inspection} is over; nobody can be sent any more")
  static let notSent = Message(
    "district.assign-not-sent", zh: "{person}没有安排去{unit}；安排的是：{persons}",
    en: "{person} is not sent to {unit}; sent are: {persons}")
  static let nobodyNew = Message(
    "district.assign-nobody-new", zh: "顶替{person}的人已经在去{unit}的组里，等于没有人顶替",
    en: "whoever should replace {person} at {unit} is in the team already, so nobody would")
  static let replacingNeedsReason = Message(
    "district.assign-replacing-needs-reason", zh: "{person}对{unit}没有回避登记，换人要写原因",
    en: "no recusal keeps {person} from {unit}; replacing needs a reason",
    helpZh: "加上 --reason 原因；要回避就先登记：督导 回避",
    helpEn: "add --reason REASON; or note the recusal: inspection recuse")
  static let paperUnknown = Message(
    "district.step-paper-unknown", zh: "公文登记里没有已签发的「{paper}」，照写的记下",
    en: "no signed paper “{paper}” is registered; it is noted as written",
    helpZh: "不是用「公文」发的就不用管；写错了加 --correct 改",
    helpEn: "leave it if it was issued elsewhere; if mistyped, correct it with --correct")
  static let overload = Message(
    "district.assign-overload", zh: "超过每人最多 {load} 个单位：{persons}",
    en: "beyond {load} units for one: {persons}")
}
