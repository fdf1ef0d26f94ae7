import KitModel
import KitQuery

/// Files to be read as one table of the session.
public struct OpenRequest: Sendable {
  /// Path, or a pattern such as `收件/*.xlsx`.
  public var path: String
  /// A sheet by name, `*` for all of them; nil for the first that holds a table.
  public var sheet: String?
  /// Adds the columns 文件, 工作表 and 行; always with several files.
  public var withPlaces: Bool
  /// What the table is called; nil where only the result of a pipeline is wanted.
  public var name: String?

  public init(path: String, sheet: String? = nil, withPlaces: Bool = false, name: String? = nil) {
    self.path = path
    self.sheet = sheet
    self.withPlaces = withPlaces
    self.name = name
  }
}

/// A table of the session that holds the rows of files.
public struct OpenedTable: Sendable {
  public var table: TableDeclaration
  public var rows: Int
  /// Encoding, rows passed over, cells made plain, cells without a value.
  public var remarks: [Diagnostic]
}
