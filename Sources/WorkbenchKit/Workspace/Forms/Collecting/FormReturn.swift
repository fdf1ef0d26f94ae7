import KitFormats
import KitModel

/// A file that came back, on its way.
struct FormReturn {
  /// Where it lies, and what it is called.
  var path: String
  var name: String
  /// The folder that it was unpacked into: held until it is settled, since its copy is made then.
  var folder: TemporaryFolder?
  var sha256 = ""
  var identity: FormIdentity?
  var delivery: FormDelivery?
  var form: Form?
  /// What to call the unit, and the form, as far as it is known.
  var unit = ""
  var label: Label?
  /// Whose it is stands in nothing that is shown or kept of what it says.
  var isAnonymous = false
  /// The number that stands for an anonymous sheet once it is taken.
  var ordinal: Int64?
  var rows: [Row] = []
  var faults: [Fault] = []
  /// Why it cannot be read at all.
  var refusal: Diagnostic?
  /// What has to be said though the sheet is taken.
  var warnings: [Diagnostic] = []
  /// Left alone: the same file again, a temporary file.
  var isSkipped = false
  var result = ""

  /// A row of values by field, with its row of the sheet.
  struct Row {
    var sheetRow: Int
    var index: Int
    var values: [String: Value]
  }

  /// Something wrong in a cell, or with the sheet.
  struct Fault {
    var cell: String
    var label: String
    var found: String
    var message: Message
    var arguments: [String: String]
  }

  /// What a person calls a row: its shown texts, the first two of them.
  func name(of row: Row) -> String {
    guard let identity, let form else { return "" }
    let key = form.declaration.fields.filter { $0.isKey || $0.isShown }.prefix(2).map(\.id)
    return identity.locks.filter { $0.row == String(row.index) && key.contains($0.field) }.map(\.text)
      .joined(separator: " ")
  }

  mutating func fault(
    _ message: Message, _ arguments: [String: String] = [:], cell: String = "", label: String = "",
    found: String = ""
  ) {
    faults.append(Fault(cell: cell, label: label, found: found, message: message, arguments: arguments))
  }

  /// What to call the unit in lists: whose sheet an anonymous one is stands nowhere.
  var shownUnit: String { isAnonymous ? "" : unit }

  var isGood: Bool { refusal == nil && faults.isEmpty && !isSkipped }
}
