import KitModel

/// What is to be imported, and how.
public struct ImportRequest: Sendable {
  /// Path of the file.
  public var path: String
  /// The entity that takes the rows.
  public var entity: EntityDeclaration
  /// A sheet by name; `*` for every sheet that fits; nil for the only one that fits.
  public var sheet: String?
  /// The period of the rows, where the file has no column for it.
  public var year: Period?
  /// Field by heading (`--map`); an empty field leaves the column out. A column without heading is named by its
  /// letters.
  public var map: [String: String]
  /// Takes the rows without faults (`--keep-good`); else one fault refuses the file.
  public var keepsGood: Bool
  /// Whether an empty cell empties the field of a row that is there already; else what is there stays.
  public var blanksClear: Bool
  /// Reads and checks everything, and takes it back.
  public var isDryRun: Bool
  /// Where the 问题清单 workbook is written when there are faults; nil: below `exports/`.
  public var issueFile: String?

  public init(
    path: String, entity: EntityDeclaration, sheet: String? = nil, year: Period? = nil,
    map: [String: String] = [:], keepsGood: Bool = false, blanksClear: Bool = false, isDryRun: Bool = false,
    issueFile: String? = nil
  ) {
    self.path = path
    self.entity = entity
    self.sheet = sheet
    self.year = year
    self.map = map
    self.keepsGood = keepsGood
    self.blanksClear = blanksClear
    self.isDryRun = isDryRun
    self.issueFile = issueFile
  }
}

/// What an import asks and tells while it runs.
public struct ImportHooks {
  /// Rows read so far; called for each batch.
  public var progress: (Int) -> Void
  /// Throws when the person has asked to stop.
  public var checkCancellation: () throws -> Void

  public init(
    progress: @escaping (Int) -> Void = { _ in },
    checkCancellation: @escaping () throws -> Void = {}
  ) {
    self.progress = progress
    self.checkCancellation = checkCancellation
  }
}
