import PluginAPI

/// Words in tables and papers.
enum RectifyWords {
  /// A time limit as papers write it: `15个工作日`.
  static func limit(_ count: DayCount) -> String { "\(count.days)\(count.areWorkdays ? "个工作日" : "日")" }

  static let unit = Label(zh: "单位", en: "unit")
  static let inspection = Label(zh: "任务", en: "inspection")
  static let text = Label(zh: "问题", en: "Finding")
  static let severity = Label(zh: "严重程度", en: "Severity")
  static let disposition = Label(zh: "处理方式", en: "Disposition")
  static let responsible = Label(zh: "责任单位", en: "Responsible")
  static let deadline = Label(zh: "期限", en: "Deadline")
  static let status = Label(zh: "状态", en: "Status")
  static let closedDay = Label(zh: "销号日期", en: "Closed on")
  static let folder = Label(zh: "整改", en: "rectification")
  static let evidencePurpose = "整改佐证"
  /// What a proposal rests on where no paper told the finding.
  static func ledgerEvidence(_ finding: Finding) -> String {
    let days = [finding.foundOn.map { "\($0.iso) 发现" }, finding.deadline.map { "期限 \($0.iso)" }]
      .compactMap { $0 }
    return "问题台账 \(finding.number)" + (days.isEmpty ? "" : "（\(days.joined(separator: "，"))）")
  }

  static let notSaid = "没有填"
  static let silent = "没有反馈"
  static let decidedReason = Label(zh: "{number} 已登记决定", en: "{number} is decided")
  static let fromLedger = "按导入的台账"

  static let checkAction = Label(zh: "核查", en: "checked")
  static let closeAction = Label(zh: "销号", en: "closed")
  static let extendAction = Label(zh: "批准延期", en: "extended")
  static let correctAction = Label(zh: "更正送达", en: "corrected")
  static let decideAction = Label(zh: "登记问责决定", en: "decided")

  static let found = Label(zh: "发现", en: "found")
  static let drafted = Label(zh: "拟文", en: "drafted")
  static let signed = Label(zh: "签发", en: "signed")
  static let delivered = Label(zh: "送达", en: "delivered")
  static let voided = Label(zh: "作废", en: "voided")
  static let checked = Label(zh: "核查", en: "checked")
  static let extended = Label(zh: "延期", en: "extended")

  static func round(_ number: Int) -> Label { Label(zh: "第 \(number) 轮反馈", en: "round \(number)") }

  static func historyTitle(_ number: String, _ language: UILanguage) -> String {
    language == .zh ? "问题 \(number) 的整改过程" : "What became of finding \(number)"
  }

  static func passedOn(_ day: String, _ language: UILanguage) -> String {
    language == .zh ? "\(day) 通过" : "passed on \(day)"
  }

  static let deliveryCorrected = Label(zh: "更正送达", en: "Delivery corrected")

  /// Behind a correction: the deadline that held before it.
  static func deadlineWas(_ day: String, _ language: UILanguage) -> String {
    language == .zh ? "（原期限 \(day)）" : " (the deadline was \(day))"
  }

  /// Behind a delivery: who signed for the paper.
  static func signedFor(_ name: String, _ language: UILanguage) -> String {
    language == .zh ? "，签收：\(name)" : ", signed for by \(name)"
  }

  static func deadlineIs(_ day: String, _ language: UILanguage) -> String {
    language == .zh ? "，期限 \(day)" : ", deadline \(day)"
  }

  /// What is sent to a unit.
  static func sentence(
    _ unit: String, _ text: String, _ deadline: String, _ late: Int, _ language: UILanguage
  )
    -> String
  {
    let when =
      switch (late, language) {
      case (1..., .zh): "已于\(deadline)到期，逾期 \(late) 天"
      case (1..., .en): "was due on \(deadline) and is \(late) days late"
      case (_, .zh): "\(deadline)到期"
      case (_, .en): "is due on \(deadline)"
      }
    return language == .zh
      ? "\(unit)：“\(text)”的整改\(when)，请报送整改情况和佐证。"
      : "\(unit): “\(text)” \(when); please report what was done, with evidence."
  }

  static let monthColumns: [(id: String, label: Label, type: DataType)] = [
    ("zone", Label(zh: "学区", en: "School district"), .text), ("new", Label(zh: "新增", en: "New"), .integer),
    ("closed", Label(zh: "销号", en: "Closed"), .integer),
    ("reopened", Label(zh: "重开", en: "Reopened"), .integer),
    ("open", Label(zh: "期末未销号", en: "Open at the end"), .integer),
    ("overdue", Label(zh: "其中逾期", en: "Of them overdue"), .integer),
    ("longest", Label(zh: "最长天数", en: "Longest open, days"), .integer),
  ]
  static let total = Label(zh: "合计", en: "Total")
  static let directly = Label(zh: "直属", en: "directly affiliated")

  static let historyColumns = [
    Label(zh: "日期", en: "Day"), Label(zh: "步骤", en: "Step"), Label(zh: "单位", en: "Unit"),
    Label(zh: "说明", en: "Note"), Label(zh: "办理人", en: "By"),
  ]

  static let ledgerColumns: [(id: String, label: Label)] = [
    ("ordinal", Label(zh: "序号", en: "No.")), ("number", Label(zh: "编号", en: "Number")),
    ("unit", Label(zh: "单位", en: "Unit")), ("text", Label(zh: "问题", en: "Finding")),
    ("measure", Label(zh: "整改措施", en: "Measure")),
    ("responsible_unit", Label(zh: "责任单位", en: "Responsible unit")),
    ("responsible", Label(zh: "责任人", en: "Responsible person")),
    ("deadline", Label(zh: "时限", en: "Deadline")), ("progress", Label(zh: "整改情况", en: "Progress")),
    ("closed", Label(zh: "是否销号", en: "Closed")), ("closed_on", Label(zh: "销号日期", en: "Closed on")),
  ]

  static let remindColumns: [(id: String, label: Label, type: DataType)] = [
    ("what", Label(zh: "事项", en: "What"), .text), ("number", Label(zh: "编号", en: "Number"), .text),
    ("unit", Label(zh: "单位", en: "Unit"), .text), ("contact", Label(zh: "联系人", en: "Contact"), .text),
    ("phone", Label(zh: "电话", en: "Phone"), .text), ("deadline", Label(zh: "期限", en: "Deadline"), .date),
    ("late", Label(zh: "逾期天数", en: "Days late"), .integer),
    ("message", Label(zh: "要说的话", en: "Message"), .text),
  ]
}
