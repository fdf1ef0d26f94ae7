import KitFormats
import KitModel
import KitStore

/// Sheets of anonymous forms, from the decision to the store: nothing that is kept tells whose marks are whose.
///
/// Marks are numbered by what they say and by nothing else, and written in the order of these numbers; who has returned
/// a sheet is written behind all of them, in the order of the units. So the same is kept whichever unit gave which marks.
struct AnonymousReturns {
  /// Of so many sheets over the same rows that are taken together none can be told from the others.
  static let fewest = 3

  let desk: FormDesk
  /// A look keeps nothing.
  let isLook: Bool
  private var taken: [FormReturn] = []
  private var deliveries: [[String]: FormDelivery] = [:]
  /// Numbers that are given, by form and period.
  private var numbers: [[String]: Set<String>] = [:]

  init(desk: FormDesk, isLook: Bool) {
    self.desk = desk
    self.isLook = isLook
  }

  /// Decides what becomes of a sheet; `write` carries it out.
  mutating func settle(_ item: inout FormReturn, _ known: inout KnownDeliveries) throws {
    typealias Outcome = FormCollector.Outcome
    if item.isSkipped { return item.result = Outcome.skipped }
    guard var delivery = item.delivery, let form = item.form else { return item.result = Outcome.unknown }
    delivery = try known.present(delivery)
    let isTaken = [FormRelations.State.taken, FormRelations.State.late].contains(delivery.state)
    if item.isGood {
      let place = [form.declaration.fullName, delivery.period.stored]
      if numbers[place] == nil {
        numbers[place] = Set(try StoredReturns(desk: desk, form: form).rows(period: delivery.period).keys)
      }
      let content = try content(item, form)
      func number(_ turn: Int) -> Int64 { Self.number(place + [content], turn) }
      func isGiven(_ number: Int64) -> Bool { numbers[place]?.contains(String(number)) ?? false }
      if isTaken, isGiven(number(1)) {
        item.isSkipped = true
        item.refusal = Diagnostic(FormReturnMessages.anonymousSame, ["file": item.name], severity: .note)
        return item.result = Outcome.skipped
      } else if isTaken {
        item.fault(FormReturnMessages.anonymousTwice, ["file": item.name])
      } else {
        let own = (1...).lazy.map(number).first { !isGiven($0) } ?? 0
        numbers[place, default: []].insert(String(own))
        item.ordinal = own
      }
    }
    let today = desk.context.asOf
    if item.isGood {
      let isLate = delivery.deadline.map { $0 < today } ?? false
      delivery.state = isLate ? FormRelations.State.late : FormRelations.State.taken
      (delivery.received, delivery.problems, item.result) = (today, nil, delivery.state)
      taken.append(item)
    } else {
      item.result = Outcome.returned
      if isTaken { return }
      delivery.state = FormRelations.State.returned
      (delivery.received, delivery.problems) = (today, max(1, item.faults.count))
    }
    known.keep(delivery)
    deliveries[[delivery.form, delivery.period.stored, delivery.unit]] = delivery
  }

  /// Writes marks and copies, then who has returned a sheet; says what can be told all the same.
  func write() throws -> [Diagnostic] {
    for var item in taken.sorted(by: { ($0.ordinal ?? 0) < ($1.ordinal ?? 0) }) {
      guard let delivery = item.delivery, let form = item.form else { continue }
      let copy = try AnonymousCopy(item, form, delivery.period).keep(desk, isLook: isLook)
      item.sha256 = copy.sha256
      try StoredReturns(desk: desk, form: form)
        .write(item, period: delivery.period, before: [:], copy: copy.path)
    }
    let settled = deliveries.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    if !settled.isEmpty { try desk.record(settled) }
    return remarks
  }

  private var remarks: [Diagnostic] {
    guard !taken.isEmpty else { return [] }
    let alike = Dictionary(grouping: taken) { item in
      let keys = item.form.map { form in item.rows.map { StoredReturns.key($0, form) } } ?? []
      return [item.identity?.form ?? "", item.identity?.period ?? ""] + keys.sorted()
    }
    let few = alike.values.filter { $0.count < Self.fewest }.reduce(0) { $0 + $1.count }
    var said: [Diagnostic] = []
    if few > 0 {
      said.append(
        Diagnostic(
          FormReturnMessages.anonymousFew, ["count": String(few), "fewest": String(Self.fewest)],
          severity: .warning))
    }
    if !isLook { said.append(Diagnostic(FormReturnMessages.anonymousKept, severity: .note)) }
    return said
  }

  /// What a sheet says, without anything of whose it is.
  private func content(_ item: FormReturn, _ form: Form) throws -> String {
    let fields = try StoredReturns(desk: desk, form: form).kept.filter { !$0.isShown }
    return item.rows.map { row in
      ([StoredReturns.key(row, form)] + fields.map { StoredReturns.text(row.values[$0.id] ?? .null) })
        .joined(separator: "\u{1E}")
    }.sorted().joined(separator: "\u{1D}")
  }

  /// The number that stands for a sheet; `turn` parts sheets that say the same. 48 bits: a spreadsheet shows all of it.
  private static func number(_ parts: [String], _ turn: Int) -> Int64 {
    let text = (parts + [String(turn)]).joined(separator: "\u{1C}")
    return Int64(TextDigest.sha256(text).prefix(12), radix: 16) ?? 0
  }
}
