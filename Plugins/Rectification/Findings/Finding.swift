import PluginAPI

/// A finding as the commands look at it.
struct Finding {
  var number: String
  /// Key and name of the unit in which it was found.
  var unit: (key: String, name: String)
  var inspection: String?
  var text: String
  var severity: String?
  var disposition: String?
  var status: String?
  var deadline: CalendarDate?
  var foundOn: CalendarDate?
  var closedOn: CalendarDate?
  var basis: String?
  var measure: String?
  var responsible: String?

  var isClosed: Bool { status == Status.closed.rawValue }

  enum Status: String {
    case untouched = "未整改"
    case underWay = "整改中"
    case toBeChecked = "待复查"
    case closed = "已销号"
  }

  /// What was found, as a part of a longer sentence.
  var sentence: String { text.hasSuffix("。") ? String(text.dropLast()) : text }

  /// What messages call it.
  var words: [String: String] { ["finding": number, "unit": unit.name, "text": text] }

  static let columns =
    "number, unit, inspection, text, severity, disposition, status, deadline, found_on, closed_on, basis, measure, responsible"

  init(_ row: Record) {
    number = row.text("number") ?? ""
    unit = (row.text("unit") ?? "", row.name("unit") ?? "")
    inspection = row.text("inspection")
    text = row.text("text") ?? ""
    severity = row.text("severity")
    disposition = row.text("disposition")
    status = row.text("status")
    deadline = row.date("deadline")
    foundOn = row.date("found_on")
    closedOn = row.date("closed_on")
    basis = row.text("basis")
    measure = row.text("measure")
    responsible = row.text("responsible")
  }
}
