import KitModel

/// A file looked at before anything is written: which sheets, which columns, what has to be asked.
public struct ImportPlan: Sendable {
  public let request: ImportRequest
  /// SHA-256 of the file that was looked at.
  let sha256: String
  public internal(set) var sheets: [SheetPlan]
  public internal(set) var ignored: [IgnoredSheet]
  /// What was found out about the file: encoding, conversion from an old format.
  public internal(set) var remarks: [Diagnostic]

  /// The plan with the file read from a copy of it. What an archive held or a conversion made lies elsewhere
  /// already.
  func reading(from path: String) -> ImportPlan {
    var plan = self
    plan.sheets = sheets.map { $0.reading(from: path) }
    return plan
  }

  /// Columns that look like a field and have to be confirmed: at the prompt by asking, else with `--map`.
  public var questions: [ColumnMapping] { sheets.flatMap(\.questions) }

  /// What an import without anybody to ask says of its questions, each with the `--map` to add.
  public var refusals: [Diagnostic] {
    sheets.flatMap { sheet in
      sheet.questions.map { mapping in
        guard case .unsure(let candidates) = mapping.outcome else {
          return Diagnostic(ImportMessages.unsureColumn)
        }
        let arguments = [
          "heading": mapping.heading, "field": candidates.first?.field ?? "",
          "cell": sheet.location(row: sheet.headingRows.last, column: mapping.column).cell ?? "",
          "candidates": candidates.map(\.label.zh).joined(separator: "、"),
          "candidatesEn": candidates.map(\.label.en).joined(separator: ", "),
        ]
        return Diagnostic(
          ImportMessages.unsureColumn, arguments,
          in: sheet.location(row: sheet.headingRows.last, column: mapping.column))
      }
    }
  }
}
