import PluginAPI

/// A row of `inspection`: what commands need to know of it.
struct Inspection {
  var code: String
  var title: String
  /// 经常性督导, 专项督导 or 综合督导.
  var kind: String
  var start: CalendarDate?
  var end: CalendarDate?
  var team: [String]
  var state: String?

  /// Work on it goes on.
  var isOpen: Bool { state != "已结束" }

  /// Nobody is sent to an inspection that has ended.
  func refuseOver(at span: SourceSpan?) throws {
    if !isOpen { throw Diagnostic(InspectionFaults.inspectionOver, ["inspection": title], at: span) }
  }

  /// In their order.
  static func all(_ context: any CommandContext) throws -> [Inspection] {
    try context.query("inspection | select code, title, kind, start, end, team, state").records.compactMap {
      row in
      guard let code = row.text("code") else { return nil }
      return Inspection(
        code: code, title: row.text("title") ?? code, kind: row.text("kind") ?? "", start: row.date("start"),
        end: row.date("end"), team: row.texts("team"), state: row.text("state"))
    }
  }

  /// The one that was typed as an argument.
  static func named(
    by arguments: CommandArguments, among all: [Inspection], _ parameter: String = "inspection"
  ) throws -> Inspection {
    let roll = Roll(
      what: DistrictWords.inspection, all.map { Roll.Member(code: $0.code, name: $0.title) })
    let found = try roll.find(arguments.text(parameter) ?? "", at: arguments.span(parameter))
    guard let inspection = all.first(where: { $0.code == found.code }) else {
      throw Diagnostic(
        SharedFaults.unknownName, ["name": found.code, "what": roll.what.zh, "whatEn": roll.what.en])
    }
    return inspection
  }
}
