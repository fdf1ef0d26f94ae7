import PluginAPI

/// Units that are not there any more, with the day from which on they are not.
struct ClosedUnits {
  let days: [String: CalendarDate]

  init(_ context: any CommandContext) throws {
    let rows = try context.query("unit | where open_until is not null | select code, open_until").records
    days = Dictionary(
      rows.compactMap { row in row.text("code").flatMap { code in row.date("open_until").map { (code, $0) } }
      }
    ) { first, _ in first }
  }

  /// Why nobody can be sent to a unit on a day; nil: it is there.
  func fault(_ unit: Roll.Member, on day: CalendarDate, at span: SourceSpan?) -> Diagnostic? {
    guard let until = days[unit.code], until <= day else { return nil }
    return Diagnostic(SharedFaults.unitClosed, ["unit": unit.name, "day": until.iso], at: span)
  }
}
