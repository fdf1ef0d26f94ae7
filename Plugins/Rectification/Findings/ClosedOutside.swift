import PluginAPI

/// Findings that are followed up here and whose status became 已销号 without the commands that know the rules: by `set`,
/// by an import. Nobody forbids that, since offices keep ledgers elsewhere too; but figures that count them say so.
enum ClosedOutside {
  /// Says it where there are some.
  static func remark(_ context: any CommandContext) throws {
    let followed = try context.query(
      """
      district.finding | where status == "已销号" | select number, steps = count(整改过程), answers = count(整改责任) \
      | where steps > 0 or answers > 0 | sort number
      """
    ).records.compactMap { $0.text("number") }
    guard !followed.isEmpty else { return }
    var last: [String: String] = [:]
    for row in try context.query(
      "rectify.event | where what in (\"销号\", \"重开\") | sort finding, ordinal | select finding, what"
    ).records {
      if let finding = row.text("finding"), let what = row.text("what") { last[finding] = what }
    }
    let outside = followed.filter { last[$0] != FindingDesk.Step.closed.rawValue }
    guard !outside.isEmpty else { return }
    let shown = outside.prefix(10)
    let isCut = outside.count > shown.count
    context.remark(
      Diagnostic(
        RectifyMessages.closedOutside,
        [
          "count": "\(outside.count)", "findings": shown.joined(separator: "、") + (isCut ? " …" : ""),
          "findingsEn": shown.joined(separator: ", ") + (isCut ? " …" : ""),
        ], severity: .warning))
  }
}
