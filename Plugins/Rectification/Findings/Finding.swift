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

  init(_ row: Table.Row) {
    let cells = row.values.map(Cell.init)
    number = cells[0].text ?? ""
    unit = (cells[1].key ?? "", cells[1].name ?? "")
    inspection = cells[2].key
    text = cells[3].text ?? ""
    severity = cells[4].text
    disposition = cells[5].text
    status = cells[6].text
    deadline = cells[7].date
    foundOn = cells[8].date
    closedOn = cells[9].date
    basis = cells[10].text
    measure = cells[11].text
    responsible = cells[12].text
  }
}

/// A cell of a table that a command has asked for.
///
/// Its readers are not inlined: the optimizer of Swift 6.3.1 ends in an error of its own where several are (CopyPropagation).
struct Cell {
  var value: Value

  init(_ value: Value) { self.value = value }

  @inline(never) var text: String? {
    switch value {
    case .text(let text): text
    case .reference(let reference): reference.key
    default: nil
    }
  }

  var key: String? { text }

  @inline(never) var name: String? {
    if case .reference(let reference) = value { reference.name ?? reference.key } else { text }
  }

  @inline(never) var date: CalendarDate? { if case .date(let day) = value { day } else { nil } }
  @inline(never) var integer: Int? { if case .integer(let number) = value { Int(number) } else { nil } }
  @inline(never) var flag: Bool? { if case .boolean(let flag) = value { flag } else { nil } }
}
