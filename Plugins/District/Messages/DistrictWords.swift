import PluginAPI

/// Headings, and words put into sentences and papers.
enum DistrictWords {
  static let unit = Label(zh: "单位", en: "unit")
  static let inspector = Label(zh: "督学", en: "inspector")
  static let units = Label(zh: "单位", en: "units")
  static let inspectors = Label(zh: "督学", en: "inspectors")
  static let inspection = Label(zh: "任务", en: "inspection")
  static let draw = Label(zh: "抽取", en: "draw")
  static let task = Label(zh: "任务类别", en: "task")
  static let taskNumber = Label(zh: "编号", en: "number")
  static let day = Label(zh: "日期", en: "day")
  static let recusal = Label(zh: "回避", en: "recusal")
  static let ground = Label(zh: "事由", en: "ground")
  static let from = Label(zh: "起", en: "from")
  static let until = Label(zh: "止", en: "until")
  static let worksThere = Label(zh: "本单位人员", en: "works there")
  static let place = Label(zh: "次序", en: "place")
  static let code = Label(zh: "代码", en: "code")
  /// As a heading of a column.
  static func heading(_ label: Label) -> Label {
    Label(zh: label.zh, en: label.en.prefix(1).uppercased() + label.en.dropFirst())
  }

  static let shortHash = Label(zh: "摘要（前 12 位）", en: "hash (first 12)")
  static let item = Label(zh: "事项", en: "item")
  static let state = Label(zh: "状态", en: "state")
  static let due = Label(zh: "应办", en: "due")
  static let person = Label(zh: "经办人", en: "person")
  static let paper = Label(zh: "文书", en: "paper")
  static let rest = Label(zh: "还差", en: "left out")

  static let drawnBefore = Label(zh: "{draw} 已抽中", en: "drawn in {draw}")
  static let assignedBefore = Label(zh: "本次已有分工", en: "assigned in this inspection")
  static let closedOn = Label(zh: "{day} 已撤销", en: "closed on {day}")
  static let appointedUntil = Label(zh: "聘期到 {day}", en: "appointed until {day}")
  static let toVoid = Label(zh: "作废", en: "voided")
  static let recordFolder = Label(zh: "抽取记录", en: "draw-records")
  static let lists = Label(zh: "名单", en: "lists")

  static let sealPrepared = Label(
    zh: "{number} 的名单已经登记，只能作废", en: "the lists of {number} are registered; it can only be voided")
  static let sealDrawn = Label(zh: "{number} 已经抽取，只能作废", en: "{number} is drawn; it can only be voided")
  static let sealVoided = Label(zh: "{number} 已经作废", en: "{number} is void")
}

/// What is left out of an inspection.
extension DistrictWords {
  static let team = Label(zh: "督导组", en: "teams")
  static let visits = Label(zh: "入校", en: "units visited")
  static let findings = Label(zh: "问题销号", en: "findings closed")
  static let nobodyWent = Label(zh: "没有分工，也没有督导记录", en: "no assignment and no visit")

  static func paperVoid(_ paper: String) -> Label { Label(zh: "\(paper)已作废", en: "\(paper) is void") }
  static func overdue(_ days: Int) -> Label { Label(zh: "超过 \(days) 天", en: "\(days) days overdue") }
  static func late(_ days: Int) -> Label { Label(zh: "晚了 \(days) 天", en: "\(days) days late") }
  static func smallTeam(_ count: Int, least: Int) -> Label {
    Label(zh: "只有 \(count) 人，至少 \(least) 人", en: "\(count) in the team, \(least) are the least")
  }
  static func smallTeams(_ count: Int, least: Int) -> Label {
    Label(zh: "\(count) 个单位不足 \(least) 人", en: "\(count) with fewer than \(least)")
  }
  static func notVisited(_ count: Int) -> Label {
    Label(zh: "\(count) 个单位没有督导记录", en: "\(count) not visited")
  }
  static func openFindings(_ count: Int) -> Label {
    Label(zh: "\(count) 个问题没有销号", en: "\(count) not closed")
  }
  static func brokenRecusals(_ count: Int) -> Label {
    Label(zh: "\(count) 处要回避的去了", en: "\(count) under a recusal")
  }
  static func droppedSeats(_ count: Int) -> Label {
    Label(
      zh: "抽中的不去，也没写由谁顶替：\(count) 人次",
      en: "drawn and not sent, with nobody named instead, \(count) in all")
  }
  static func unitsWithout(_ paper: String, _ count: Int) -> Label {
    Label(zh: "\(count) 个单位没有\(paper)", en: "\(count) without \(paper)")
  }
  static func openDraws(_ count: Int) -> Label { Label(zh: "登记了没有抽", en: "prepared and not drawn") }
}
