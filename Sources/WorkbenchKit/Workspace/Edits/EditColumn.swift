import KitModel

/// A column of a workbook in which rows are changed.
struct EditColumn {
  /// As the rows have it: the field's id, or the name of a calculation.
  var id: String
  var heading: String
  /// The field that it holds; nil: it is calculated.
  var field: FieldDeclaration?
  /// Why nothing may be typed in it; nil: it is open.
  var lock: Lock?

  enum Lock: String {
    /// It tells the rows apart.
    case key
    case computed
    /// It holds what is not shown.
    case sensitive
    /// The entity sets it by itself.
    case constant
  }

  var isOpen: Bool { lock == nil }

  /// Whether the workbook says what stood there when it was written.
  var isVersioned: Bool { field != nil && lock != .sensitive }

  /// What has to be the same when the workbook comes back.
  var shape: String { field.map { "\($0.type)" } ?? "" }
}
