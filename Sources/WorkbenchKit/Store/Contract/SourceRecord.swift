import KitModel

/// A file, or a sheet of one, that rows came from.
public struct SourceRecord: Hashable, Sendable {
  /// The name under which it was received.
  public var file: String
  /// SHA-256 of its bytes, in hexadecimal digits.
  public var sha256: String
  /// Where the copy lies, below the workspace: `data/收件/青石镇.xlsx`.
  public var copy: String
  public var sheet: String?
  /// The heading of each column as found, in order; empty where a column has none.
  public var header: [String]
  /// Field id by heading, for the columns that were taken.
  public var mapping: [String: String]

  /// Under this key `mapping` names the column (from 1) of a sheet on which the fields of a record stand below each
  /// other: the row of a field is then that of the record and its place in `header`.
  package static let recordColumn = "@column"

  public init(
    file: String, sha256: String, copy: String, sheet: String? = nil, header: [String],
    mapping: [String: String]
  ) {
    self.file = file
    self.sha256 = sha256
    self.copy = copy
    self.sheet = sheet
    self.header = header
    self.mapping = mapping
  }
}
