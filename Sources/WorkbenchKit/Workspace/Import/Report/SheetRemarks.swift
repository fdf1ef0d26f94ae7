import KitModel

/// Makes the sentences of a sheet's report.
struct SheetRemarks {
  let plan: SheetPlan
  let outcome: SheetImporter.Outcome
  /// Whether the sheet has to be named with what is said, because there are others.
  var namesSheet = true

  /// Skipped rows that are listed one by one; more are counted.
  private static let skippedLimit = 12

  func all() -> [Diagnostic] {
    plan.facts.filter { $0.count <= 80 }.map { note(ImportRemarks.fact, ["text": $0]) }
      + columns() + outcome.remarks
      + outcome.tally.made.map { note($0.normalisation.message, ["count": String($0.count)]) }
      + rows()
  }

  func report() -> ImportReport.SheetReport {
    let issues = outcome.issues
    return ImportReport.SheetReport(
      sheet: plan.sheet, rowsRead: issues.rowsRead,
      entities: outcome.counts.map {
        ImportReport.EntityCounts(entity: $0.entity.fullName, label: $0.entity.label, counts: $0.counts)
      }, columns: plan.mappings, rejected: issues.badRows.count,
      skipped: issues.skipped.map { skipped in
        ImportReport.SkippedRow(
          row: skipped.row,
          reason: Label(zh: skipped.reason.message.zh, en: skipped.reason.message.en), text: skipped.text)
      }, hiddenRows: issues.hidden, remarks: all(), faults: faults(), faultCount: issues.issueCount)
  }

  /// The faults in the order of their rows.
  func faults() -> [Diagnostic] {
    outcome.issues.inOrder.map { issue in
      Diagnostic(
        issue.fault.message, issue.fault.arguments, in: plan.location(row: issue.row, column: issue.column))
    }
  }

  private func note(
    _ message: Message, _ arguments: [String: String], _ severity: Diagnostic.Severity = .note
  ) -> Diagnostic {
    Diagnostic(
      message, arguments, severity: severity, in: namesSheet ? plan.location(row: nil, column: nil) : nil)
  }

  private func columns() -> [Diagnostic] {
    var said: [Diagnostic] = []
    var unmatched: [String] = []
    var leftOut: [String] = []
    for mapping in plan.mappings {
      switch mapping.outcome {
      case .rowNumber: said.append(note(ImportRemarks.rowNumbers, ["headings": mapping.heading]))
      case .unmatched: unmatched.append(mapping.heading)
      case .leftOut: leftOut.append(mapping.heading)
      case .second(_, let label, let other):
        said.append(
          note(
            ImportRemarks.secondColumn,
            ["heading": mapping.heading, "field": label.zh, "fieldEn": label.en, "other": other], .warning))
      case .taken(_, let label, .remembered):
        said.append(
          note(ImportRemarks.mapped, ["heading": mapping.heading, "field": label.zh, "fieldEn": label.en]))
      case .taken, .unsure: break
      }
    }
    if !unmatched.isEmpty {
      said.append(
        note(
          ImportRemarks.unmatched,
          listed("headings", unmatched).merging(["count": String(unmatched.count)]) { $1 }, .warning))
    }
    if !leftOut.isEmpty {
      said.append(note(ImportRemarks.leftOut, listed("headings", leftOut)))
    }
    return said
  }

  private func rows() -> [Diagnostic] {
    let issues = outcome.issues
    var said = issues.skipped.prefix(Self.skippedLimit).map { skipped in
      note(
        ImportRemarks.skippedRow,
        [
          "row": String(skipped.row), "reason": skipped.reason.message.zh,
          "reasonEn": skipped.reason.message.en, "text": skipped.text,
        ])
    }
    let more = issues.skipped.dropFirst(Self.skippedLimit)
    if !more.isEmpty {
      said.append(
        note(
          ImportRemarks.moreSkipped,
          ["count": String(more.count), "rows": Self.numbers(more.map(\.row))]))
    }
    if !issues.hidden.isEmpty {
      said.append(
        note(
          ImportRemarks.hiddenRows,
          ["count": String(issues.hidden.count), "rows": Self.numbers(issues.hidden)], .warning))
    }
    if issues.numberedOnly > 0 {
      said.append(note(ImportRemarks.numberedOnly, ["count": String(issues.numberedOnly)]))
    }
    if let first = issues.firstLost {
      let place = plan.location(row: first.row, column: first.column)
      said.append(
        note(
          ImportRemarks.lostCells,
          [
            "count": String(issues.lostCount), "cell": place.cell ?? place.text,
            "found": first.fault.arguments["found"] ?? "",
          ], .warning))
    }
    if issues.blanksKept > 0 {
      said.append(note(ImportRemarks.blanksKept, ["count": String(issues.blanksKept)]))
    }
    return said
  }

  /// `5, 8–12, 20`
  static func numbers(_ rows: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in rows {
      if let last = ranges.last, row == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    let shown = ranges.prefix(20).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return shown.joined(separator: ", ") + (ranges.count > 20 ? " …" : "")
  }
}
