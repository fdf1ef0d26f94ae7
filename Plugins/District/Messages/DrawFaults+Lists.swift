import PluginAPI

extension DrawFaults {
  /// What is said when a draw is prepared.
  static let ofLists = [
    emptyPopulation, countTooSmall, tooManyUnits, teamTooSmall, tooManyInspectors, noCodes, doubles,
    exclusionNoReason, exclusionUnknown, numberKnown, visitsTooEarly, stillOpen, secondNeedsReason, prepared,
    leftOut,
  ]

  static let emptyPopulation = Message(
    "district.draw-empty-population", zh: "没有单位可抽：名单里 {listed} 个，参加的 0 个",
    en: "nothing to draw from: {listed} {listed:unit|units} in the list, none takes part")
  static let countTooSmall = Message(
    "district.draw-count-too-small", zh: "抽 {found} 个不行，至少抽 1 个",
    en: "{found} cannot be drawn, 1 is the least")
  static let tooManyUnits = Message(
    "district.draw-too-many-units", zh: "要抽 {wanted} 个单位，参加的只有 {count} 个",
    en: "{wanted} units are to be drawn, only {count} take part")
  static let teamTooSmall = Message(
    "district.draw-team-too-small", zh: "{kind}的督导组至少 {least} 人，不能每个单位只抽 {wanted} 人",
    en: "a team for {kind} has at least {least}, so {wanted} for each unit are too few",
    helpZh: "最少人数写在 procedures.yaml 的 team", helpEn: "the least size stands in procedures.yaml as team")
  static let tooManyInspectors = Message(
    "district.draw-too-many-inspectors", zh: "每个单位要 {wanted} 名督学，参加的只有 {count} 名",
    en: "each unit needs {wanted} inspectors, only {count} take part")
  static let noCodes = Message(
    "district.draw-no-codes", zh: "看不出这些行是哪些{what}：要有「代码」列，或者引用{what}的列",
    en:
      "which {what} these rows are cannot be told: there must be a column code, or one that refers to a {what}"
  )
  static let doubles = Message(
    "district.draw-doubles", zh: "{rows} 行里是 {count} 个{what}，重复的算一个",
    en: "{rows} rows name {count} {what}; each counts once")
  static let exclusionNoReason = Message(
    "district.draw-exclusion-no-reason", zh: "没写「{name}」为什么不参加", en: "why “{name}” takes no part is not said",
    helpZh: "写成 --exclude 名称=理由", helpEn: "write --exclude NAME=REASON")
  static let exclusionUnknown = Message(
    "district.draw-exclusion-unknown", zh: "「{name}」不在单位名单里，也不在督学名单里",
    en: "“{name}” is neither among the units nor among the inspectors")
  static let numberKnown = Message(
    "district.draw-number-known", zh: "公开数要今天（{today}）以后才公布，{day} 的数可能已经知道了",
    en: "the public number must be published after today ({today}); that of {day} may be known")
  static let visitsTooEarly = Message(
    "district.draw-visits-too-early", zh: "{public} 才公布抽取用的数，入校不能早到 {day}",
    en: "the number is published on {public}; the visits cannot be as early as {day}")
  static let stillOpen = Message(
    "district.draw-still-open", zh: "{inspection}已经登记了 {draw}，还没有抽",
    en: "{draw} is prepared for {inspection} and not drawn yet",
    helpZh: "先抽它，或者作废它", helpEn: "draw it first, or void it")
  static let secondNeedsReason = Message(
    "district.draw-second-needs-reason", zh: "{inspection}已经抽过：{draws}；再抽要写理由",
    en: "there were draws for {inspection}: {draws}; another needs a reason",
    helpZh: "加上 --reason 理由", helpEn: "add --reason REASON")
  static let prepared = Message(
    "district.draw-prepared",
    zh:
      "{draw} 已登记：{population} 个单位抽 {units} 个，{candidates} 名督学每单位抽 {inspectors} 名（每人最多 {load} 个单位），回避按 {visits} 算。名单摘要 {digest}",
    en:
      "{draw} is prepared: {units} of {population} units, {inspectors} of {candidates} inspectors for each (at most {load} units for one), recusals as of {visits}. Digest of the lists {digest}",
    helpZh: "{day} 公布「{source}」以后：抽取 抽签 {draw} --published \"公布的数\"",
    helpEn: "once “{source}” is published on {day}: draw run {draw} --published \"NUMBER\"")
  static let leftOut = Message(
    "district.draw-left-out", zh: "{count} 个{what}不参加：{list}",
    en: "of the {what} {count} {count:takes|take} no part: {list}")
}
