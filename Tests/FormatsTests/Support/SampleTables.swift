import KitModel

/// Tables that several tests write out.
enum SampleTables {
  /// Every type once, a missing value, a sensitive column, texts that need care in each format.
  static let schools = Table(
    columns: [
      column("code", "学校代码", "Code", .text),
      column("name", "学校名称", "Name", .text),
      column("township", "乡镇", "Township", .reference("district.township")),
      column("pupils", "学生数", "Pupils", .integer),
      column("score", "得分", "Score", .decimal(precision: 5, scale: 2)),
      column("rate", "达标率", "Rate", .percent(scale: 4)),
      column("inclusive", "普惠", "Inclusive", .boolean),
      column("opened", "开办", "Opened", .date),
      column("term", "学期", "Term", .period(.term)),
      column("phone", "手机", "Phone", .text, sensitive: true),
    ],
    rows: [
      Table.Row([
        .text("0012001"), .text("青石镇中心小学"), .reference(Reference(key: "0012", name: "青石镇")),
        .integer(1812), .decimal(ExactDecimal(units: 8250, scale: 2)),
        .decimal(ExactDecimal(units: 8000, scale: 4)), .boolean(true), date(2001, 9, 1), autumn,
        .text("13800000001"),
      ]),
      Table.Row([
        .text("0012002"), .text("=HYPERLINK(\"http://x\",\"点\")|<b>&\n二行"),
        .reference(Reference(key: "0013")), .null, .null, .decimal(ExactDecimal(units: 12345, scale: 4)),
        .boolean(false), .null, .null, .null,
      ]),
      Table.Row(
        [
          .null, .null, .null, .integer(1812), .decimal(ExactDecimal(units: 8250, scale: 2)), .null,
          .null,
          .null, .null, .null,
        ], mark: .total),
    ])

  static func column(
    _ id: String, _ zh: String, _ en: String, _ type: DataType, sensitive: Bool = false
  ) -> Column {
    Column(id: id, label: Label(zh: zh, en: en), type: type, isSensitive: sensitive)
  }

  static func date(_ year: Int, _ month: Int, _ day: Int) -> Value {
    CalendarDate(year: year, month: month, day: day).map(Value.date) ?? .null
  }

  static let autumn = Period.autumn(2024).map(Value.period) ?? .null
}
