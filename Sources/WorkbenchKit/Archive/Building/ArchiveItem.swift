import KitModel

/// A file of the archive, a line of its list.
struct ArchiveItem: Sendable {
  /// The part to which it belongs.
  var part: String
  /// 文号 or another number; nil: it has none.
  var number: String?
  var title: String
  var day: CalendarDate?
  /// 责任者: who issued, sent or recorded it.
  var author: String?
  /// Pages of a paper or picture; nil for files that have none, or none that can be told.
  var pages: Int?
  /// Sheets of a workbook, whose pages depend on who prints it.
  var sheets: Int?
  var retention: ArchiveRules.Retention
  /// Below the archive's folder.
  var file: String
  var bytes: Int
  var sha256: String
}

/// Something that ought to be there, or to be finished, and is not.
struct ArchiveGap: Sendable {
  var what: String
  var detail: String
}
