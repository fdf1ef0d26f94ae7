import KitModel

/// Deliveries as they stand while files are settled: read once for each form and period, then kept up.
struct KnownDeliveries {
  let desk: FormDesk
  /// By form and period, then by unit.
  private var groups: [[String]: [String: FormDelivery]] = [:]

  init(desk: FormDesk) { self.desk = desk }

  private static func group(_ delivery: FormDelivery) -> [String] { [delivery.form, delivery.period.stored] }

  /// What has become of a delivery by now.
  mutating func present(_ delivery: FormDelivery) throws -> FormDelivery {
    let group = Self.group(delivery)
    if groups[group] == nil {
      let found = try desk.deliveries(of: delivery.form, delivery.period)
      groups[group] = Dictionary(found.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return groups[group]?[delivery.unit] ?? delivery
  }

  mutating func keep(_ delivery: FormDelivery) {
    groups[Self.group(delivery), default: [:]][delivery.unit] = delivery
  }
}
