import KitModel

/// A file that came back, on its way.
struct FormReturn {
  /// Where it lies, and what it is called.
  var path: String
  var name: String
  var sha256 = ""
  var identity: FormIdentity?
  var delivery: FormDelivery?
  var form: Form?
  /// What to call the unit.
  var unit = ""
  var rows: [Row] = []
  var faults: [Fault] = []
  /// Why it cannot be read at all.
  var refusal: Diagnostic?
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

  mutating func fault(
    _ message: Message, _ arguments: [String: String] = [:], cell: String = "", label: String = "",
    found: String = ""
  ) {
    faults.append(Fault(cell: cell, label: label, found: found, message: message, arguments: arguments))
  }

  /// What to call the unit in lists: whose sheet an anonymous one is stands nowhere.
  var shownUnit: String {
    guard form?.isAnonymous == true else { return unit }
    return ""
  }

  var isGood: Bool { refusal == nil && faults.isEmpty && !isSkipped }
}
