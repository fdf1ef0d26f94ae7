import KitModel

/// A file looked at before anything is written: which sheets, which columns, what has to be asked.
public struct ImportPlan: Sendable {
  public let request: ImportRequest
  public internal(set) var sheets: [SheetPlan]
  public internal(set) var ignored: [IgnoredSheet]
  /// What was found out about the file: encoding, conversion from an old format.
  public internal(set) var remarks: [Diagnostic]

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
