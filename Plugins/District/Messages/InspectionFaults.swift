import PluginAPI

/// What is said of steps and assignments.
enum InspectionFaults {
  static let all = [
    stepNotNeeded, notedBefore, inFuture, outOfOrder, noted, stepsBefore, archiveWaits, leftOut, recused,
    teamTooSmall, leadOutside, assigned, overload,
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
  static let overload = Message(
    "district.assign-overload", zh: "超过每人最多 {load} 个单位：{persons}",
    en: "beyond {load} units for one: {persons}")
}
