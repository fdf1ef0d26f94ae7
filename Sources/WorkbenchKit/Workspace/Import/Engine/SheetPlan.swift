import KitFormats
import KitModel

/// One sheet of a file, with its heading found and its columns decided.
public struct SheetPlan: Sendable {
  /// The file as the user knows it.
  public let file: String
  /// The sheet's name; nil outside workbooks.
  public let sheet: String?
  /// What became of each column.
  public internal(set) var mappings: [ColumnMapping]
  /// What stands above the heading: title, 填表单位, date.
  public let facts: [String]
  /// Rows of the heading, as numbered in the file.
  public let headingRows: [Int]

  let input: InputFile
  let index: Int
  /// Holds the file when it was unpacked or converted.
  var folder: TemporaryFolder?

  /// The place of a cell of this sheet; `column` from 0.
  func location(row: Int?, column: Int?) -> Location {
    Location(file: file, sheet: sheet, row: row, column: column.map { $0 + 1 })
  }

  /// Columns that look like a field and have to be confirmed.
  public var questions: [ColumnMapping] {
    mappings.filter { if case .unsure = $0.outcome { true } else { false } }
  }

  /// The heading of a column, empty where there is none.
  func heading(_ column: Int?) -> String {
    column.flatMap { column in mappings.first { $0.column == column }?.heading } ?? ""
  }

  /// The heading of each column as `source` keeps it: from the first column on, empty where there is none.
  var header: [String] {
    var texts = [String](repeating: "", count: (mappings.map(\.column).max() ?? -1) + 1)
    for mapping in mappings { texts[mapping.column] = mapping.heading }
    return texts
  }

  /// Field by heading, as `source` keeps it. Columns left out on purpose stand with an empty field, so that the
  /// decision holds for the next file with these headings.
  var mapping: [String: String] {
    var fields: [String: String] = [:]
    for mapping in mappings {
      switch mapping.outcome {
      case .taken(let field, _, _): fields[mapping.heading] = field
      case .leftOut: fields[mapping.heading] = ""
      default: break
      }
    }
    return fields
  }
}

/// A sheet that an import does not take, and why.
public struct IgnoredSheet: Hashable, Sendable {
  public var file: String
  public var sheet: String
  public var reason: Reason

  public enum Reason: Hashable, Sendable {
    case noHeading, hidden
    /// Has a heading with so many known columns, and was not chosen.
    case notChosen
  }

  var remark: Diagnostic {
    let (zh, en) =
      switch reason {
      case .noHeading: ("没有合适的表头", "no fitting heading")
      case .hidden: ("是隐藏的", "it is hidden")
      case .notChosen: ("没有选它", "it was not chosen")
      }
    return Diagnostic(
      ImportRemarks.sheetIgnored, ["sheet": sheet, "reason": zh, "reasonEn": en], severity: .note,
      in: Location(file: file))
  }
}
