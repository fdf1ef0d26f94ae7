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

  var input: InputFile
  let index: Int
  /// Whether the sheet lies in the file that was asked for, not in one unpacked or converted.
  var isOfFileItself = false
  /// Holds the file when it was unpacked or converted.
  var folder: TemporaryFolder?

  /// The sheet read from a copy of the file that was asked for, if it is one of that file itself.
  func reading(from path: String) -> SheetPlan {
    guard isOfFileItself else { return self }
    var sheet = self
    sheet.input = input.moved(to: path)
    return sheet
  }

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

  /// The heading of each column as `source` keeps it: from the first column on, empty where there is none; where
  /// several columns have one heading, each with its letters behind, so that every column can be told.
  var header: [String] {
    var texts = [String](repeating: "", count: (mappings.map(\.column).max() ?? -1) + 1)
    for mapping in mappings { texts[mapping.column] = name(of: mapping) }
    return texts
  }

  /// Field by heading, as `source` keeps it. Columns left out on purpose stand with an empty field, so that the
  /// decision holds for the next file with these headings.
  var mapping: [String: String] {
    var fields: [String: String] = [:]
    for mapping in mappings {
      switch mapping.outcome {
      case .taken(let field, _, _): fields[name(of: mapping)] = field
      case .leftOut: fields[name(of: mapping)] = ""
      default: break
      }
    }
    return fields
  }

  private func name(of mapping: ColumnMapping) -> String {
    let isAlone = mappings.count { $0.heading == mapping.heading } == 1
    return isAlone ? mapping.heading : HeadedColumn.told(mapping.heading, mapping.column)
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
    let words =
      switch reason {
      case .noHeading: ReasonWords.noHeading
      case .hidden: ReasonWords.hidden
      case .notChosen: ReasonWords.notChosen
      }
    return Diagnostic(
      ImportRemarks.sheetIgnored, ["sheet": sheet].merging(words.arguments(as: "reason")) { $1 },
      severity: .note,
      in: Location(file: file))
  }
}
