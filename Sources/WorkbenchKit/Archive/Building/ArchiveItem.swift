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
  var extent: FileExtent
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
