import KitModel

/// The rows of returns that are there while files are settled: read once for each form and period. Those of a sheet that
/// this run has written are read again when they are asked for.
struct KnownReturns {
  let desk: FormDesk
  /// By form and period, then by who owns the rows.
  private var groups: [[String]: [String: StoredReturns.Rows]] = [:]
  private var outdated: Set<[String]> = []

  init(desk: FormDesk) { self.desk = desk }

  private static func group(_ form: Form, _ period: Period) -> [String] {
    [form.declaration.fullName, period.stored]
  }

  mutating func rows(of owner: String, _ form: Form, _ period: Period) throws -> StoredReturns.Rows {
    let stored = StoredReturns(desk: desk, form: form)
    let group = Self.group(form, period)
    if outdated.contains(group + [owner]) {
      return try stored.rows(period: period, only: owner)[owner] ?? [:]
    }
    if groups[group] == nil { groups[group] = try stored.rows(period: period) }
    return groups[group]?[owner] ?? [:]
  }

  mutating func forget(_ owner: String, _ form: Form, _ period: Period) {
    outdated.insert(Self.group(form, period) + [owner])
  }
}
