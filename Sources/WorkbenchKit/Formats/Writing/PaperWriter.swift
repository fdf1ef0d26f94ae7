import KitModel

/// Makes papers and charts of tables: what `export` writes where the file is to be docx or pdf, and what `chart` draws.
///
/// The modules below documents know only this; whoever makes a session hands `.documents` in.
public struct PaperWriter: Sendable {
  /// The bytes of a file, and what has to be said about them.
  public typealias Written = (bytes: [UInt8], remarks: [Diagnostic])

  /// The endings of the files that it can write.
  public let formats: [String]
  /// A table as a file of that ending.
  public let write: @Sendable (Table, String, WritingOptions) throws -> Written
  /// The chart of a table.
  public let chart: @Sendable (Table, Chart.Kind, String?, UILanguage) throws -> Chart
  /// A chart as a picture of that ending.
  public let draw: @Sendable (Chart, String, UILanguage) throws -> [UInt8]
  /// A chart above the table that it is of, as a document of that ending.
  public let page: @Sendable (Chart, Table, String, WritingOptions) throws -> Written

  /// Whether a fault is that a program is missing: its package is named, and everything else goes on.
  public let lacksProgram: @Sendable (Diagnostic) -> Bool

  public init(
    formats: [String], write: @escaping @Sendable (Table, String, WritingOptions) throws -> Written,
    chart: @escaping @Sendable (Table, Chart.Kind, String?, UILanguage) throws -> Chart,
    draw: @escaping @Sendable (Chart, String, UILanguage) throws -> [UInt8],
    page: @escaping @Sendable (Chart, Table, String, WritingOptions) throws -> Written,
    lacksProgram: @escaping @Sendable (Diagnostic) -> Bool
  ) {
    self.formats = formats
    self.write = write
    self.chart = chart
    self.draw = draw
    self.page = page
    self.lacksProgram = lacksProgram
  }
}
