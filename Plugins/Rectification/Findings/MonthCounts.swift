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
    var setsDeadline: Bool
    /// The deadline before it; nil: there was none.
    var before: CalendarDate?
  }

  /// Findings without a day of discovery, which belong to no month.
  private(set) var undated = 0

  init(from first: CalendarDate, to last: CalendarDate, _ context: any CommandContext) throws {
    let turns = try Self.turns(context)
    undated = try context.query("district.finding | where found_on is null").rows.count
    let table = try context.query(
      """
      district.finding | where found_on is not null and found_on <= $the_last \
      | derive zone = unit.zone | sort zone, found_on, number \
      | select zone, number, unit, text, found_on, closed_on, deadline, status
      """, variables: ["the_last": .date(last)])
    for row in table.records {
      guard let found = row.date("found_on") else { continue }
      let own = turns[row.text("number") ?? ""] ?? []
      var part = Part(new: found >= first ? 1 : 0)
      let closings = own.filter { $0.closes == true }
      part.closed = closings.filter { $0.day >= first && $0.day <= last }.count
      // A closing that came with a ledger has no step.
      if closings.isEmpty, let day = row.date("closed_on"), day >= first, day <= last { part.closed += 1 }
      part.reopened = own.filter { $0.closes == false && $0.day >= first && $0.day <= last }.count
      let isClosedNow = row.text("status") == Finding.Status.closed.rawValue
      if Self.isOpen(on: last, own, closedOn: row.date("closed_on"), isClosedNow: isClosedNow) {
        part.open = 1
        part.longest = last.ordinal - found.ordinal
        if let deadline = Self.deadline(on: last, own, now: row.date("deadline")), deadline < last {
          part.overdue = 1
        }
        if longest.map({ found < $0.day }) ?? true {
          longest = (row.text("number") ?? "", row.name("unit") ?? "", row.text("text") ?? "", found)
        }
      }
      let zone = row.name("zone")
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
      """
      rectify.event | where what in ("销号", "重开", "送达", "作废") | sort finding, ordinal \
      | select finding, what, day, before
      """
    ).records {
      guard let day = row.date("day"), let what = row.text("what") else { continue }
      let before = row.date("before")
      turns[row.text("finding") ?? "", default: []].append(
        Turn(
          day: day, closes: what == "销号" ? true : what == "重开" ? false : nil,
          setsDeadline: what == "送达" || what == "作废" || (what == "重开" && before != nil), before: before))
    }
    for row in try context.query(
      "rectify.extension | sort finding, ordinal | select finding, granted_on, before"
    ).records {
      guard let day = row.date("granted_on") else { continue }
      turns[row.text("finding") ?? "", default: []].append(
        Turn(day: day, closes: nil, setsDeadline: true, before: row.date("before")))
    }
    return turns.mapValues { own in
      own.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
  }

  private static func isOpen(
    on last: CalendarDate, _ turns: [Turn], closedOn: CalendarDate?, isClosedNow: Bool
  ) -> Bool {
    let steps = turns.filter { $0.closes != nil }
    // What was closed by other means than the commands, after their last step or without any.
    let isClosedElsewhere = isClosedNow && steps.last?.closes != true
    if isClosedElsewhere, closedOn.map({ $0 <= last }) ?? true { return false }
    if let turn = steps.last(where: { $0.day <= last }) { return turn.closes == false }
    if !steps.isEmpty { return true }
    return closedOn.map { $0 > last } ?? true
  }

  /// The deadline as it was: what the first change after that day says it had been.
  private static func deadline(on last: CalendarDate, _ turns: [Turn], now: CalendarDate?) -> CalendarDate? {
    let next = turns.first { $0.day > last && $0.setsDeadline }
    return next.map(\.before) ?? now
  }
}
