import PluginAPI

/// What a month saw of findings, as it stood on its last day: what was closed or given more time later does not change it.
struct MonthCounts {
  /// A school district's part.
  struct Part {
    var new = 0
    var closed = 0
    var reopened = 0
    var open = 0
    var overdue = 0
    var longest: Int?

    static func + (left: Part, right: Part) -> Part {
      Part(
        new: left.new + right.new, closed: left.closed + right.closed,
        reopened: left.reopened + right.reopened, open: left.open + right.open,
        overdue: left.overdue + right.overdue, longest: [left.longest, right.longest].compactMap { $0 }.max())
    }
  }

  /// In the official order of districts; without a name: directly affiliated schools.
  private(set) var parts: [(zone: String?, part: Part)] = []
  private(set) var longest: (number: String, unit: String, text: String, day: CalendarDate)?

  /// A step that changes whether a finding is open, or its deadline.
  private struct Turn {
    var day: CalendarDate
    var closes: Bool?
    /// The deadline before it.
    var before: CalendarDate?
  }

  init(from first: CalendarDate, to last: CalendarDate, _ context: any CommandContext) throws {
    let turns = try Self.turns(context)
    let table = try context.query(
      """
      district.finding | where found_on is not null and found_on <= $the_last \
      | derive zone = unit.zone | sort zone, found_on, number \
      | select zone, number, unit, text, found_on, closed_on, deadline
      """, variables: ["the_last": .date(last)])
    for row in table.rows {
      let cells = row.values.map(Cell.init)
      guard let found = cells[4].date else { continue }
      let own = turns[cells[1].text ?? ""] ?? []
      var part = Part(new: found >= first ? 1 : 0)
      let closings = own.filter { $0.closes == true }
      part.closed = closings.filter { $0.day >= first && $0.day <= last }.count
      // A closing that came with a ledger has no step.
      if closings.isEmpty, let day = cells[5].date, day >= first, day <= last { part.closed += 1 }
      part.reopened = own.filter { $0.closes == false && $0.day >= first && $0.day <= last }.count
      if Self.isOpen(on: last, own, closedOn: cells[5].date) {
        part.open = 1
        part.longest = last.ordinal - found.ordinal
        if let deadline = Self.deadline(on: last, own, now: cells[6].date), deadline < last {
          part.overdue = 1
        }
        if longest.map({ found < $0.day }) ?? true {
          longest = (cells[1].text ?? "", cells[2].name ?? "", cells[3].text ?? "", found)
        }
      }
      let zone = cells[0].name
      if let place = parts.firstIndex(where: { $0.zone == zone }) {
        parts[place].part = parts[place].part + part
      } else {
        parts.append((zone, part))
      }
    }
  }

  var total: Part { parts.reduce(Part()) { $0 + $1.part } }

  private static func turns(_ context: any CommandContext) throws -> [String: [Turn]] {
    var turns: [String: [Turn]] = [:]
    for row in try context.query(
      "rectify.event | where what in (\"销号\", \"重开\") | sort finding, ordinal | select finding, what, day, before"
    ).rows {
      let cells = row.values.map(Cell.init)
      guard let day = cells[2].date else { continue }
      turns[cells[0].text ?? "", default: []].append(
        Turn(day: day, closes: cells[1].text == "销号", before: cells[3].date))
    }
    for row in try context.query(
      "rectify.extension | sort finding, ordinal | select finding, granted_on, before"
    ).rows {
      let cells = row.values.map(Cell.init)
      guard let day = cells[1].date else { continue }
      turns[cells[0].text ?? "", default: []].append(Turn(day: day, closes: nil, before: cells[2].date))
    }
    return turns.mapValues { own in
      own.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
  }

  private static func isOpen(on last: CalendarDate, _ turns: [Turn], closedOn: CalendarDate?) -> Bool {
    let steps = turns.filter { $0.closes != nil }
    if let turn = steps.last(where: { $0.day <= last }) { return turn.closes == false }
    if !steps.isEmpty { return true }
    return closedOn.map { $0 > last } ?? true
  }

  /// The deadline as it was: what the first change after that day says it had been.
  private static func deadline(on last: CalendarDate, _ turns: [Turn], now: CalendarDate?) -> CalendarDate? {
    turns.first { $0.day > last && $0.before != nil }?.before ?? now
  }
}
