import KitModel

/// Reads the rows of one file or sheet from front to back, some thousand at a time.
///
/// A reader belongs to one thread at a time. It throws a `Diagnostic` that names file and place; after that,
/// and after the end, it gives nothing more.
public protocol RowReader: AnyObject {
  /// The names of the columns where the format itself has them (json). In csv and xlsx the header is one of
  /// the rows, and this is nil.
  var columnNames: [String]? { get }
  /// What has to be said beside the rows, so far: complete after the last row.
  var remarks: [Diagnostic] { get }
  /// Fills `batch` with the next rows; false at the end, with `batch` empty.
  func next(into batch: inout RowBatch) throws -> Bool
}

/// How much a file may ask for before it is refused. Every limit is named in the refusal.
public struct ReadingLimits: Sendable {
  /// Columns of a csv or json record. The default is what a table of the store can keep beside the columns that
  /// number its rows and name their place.
  public var columns = 1996
  /// Bytes of one csv or json record, or of one cell of a sheet.
  public var recordBytes = 16 << 20
  /// Bytes of one part of a workbook or archive, once inflated.
  public var partBytes: Int64 = 2 << 30
  /// Bytes of all files of an archive together, once unpacked.
  public var archiveBytes: Int64 = 8 << 30
  /// How many times larger than its compressed form a part may get, once it is larger than `ratioFloor`.
  /// Sheets of an office reach about 50, deflate itself 1032.
  public var inflationRatio: Int64 = 200
  /// Bytes up to which the ratio does not matter: small parts of ordinary files compress very well.
  public var ratioFloor: Int64 = 16 << 20
  /// Bytes of the texts that the cells of a workbook share, and their number.
  public var sharedTextBytes = 256 << 20
  public var sharedTexts = 10_000_000
  /// Entries of an archive.
  public var entries = 10_000
  /// Levels of nesting in json.
  public var nesting = 100

  public init() {}
}
