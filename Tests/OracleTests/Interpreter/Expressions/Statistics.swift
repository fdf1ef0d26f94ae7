/// The formulas of section 7 of the language, term by term.
enum Statistics {
  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func squares(_ values: [Double]) -> Double? {
    mean(values).map { mean in values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
  }

  /// Divides by n - 1; nothing for fewer than two values.
  static func sampleDeviation(_ values: [Double]) -> Double? {
    values.count < 2 ? nil : squares(values).map { ($0 / Double(values.count - 1)).squareRoot() }
  }

  /// Divides by n.
  static func populationDeviation(_ values: [Double]) -> Double? {
    squares(values).map { ($0 / Double(values.count)).squareRoot() }
  }

  /// Linear between neighbours, as Excel's PERCENTILE.INC.
  static func percentile(_ values: [Double], _ share: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// Population deviation over the mean.
  static func variation(_ values: [Double]) -> Double? {
    guard let mean = mean(values), mean != 0, let deviation = populationDeviation(values) else { return nil }
    return deviation / mean
  }

  /// The same, each value counted by its weight: the official 差异系数.
  static func weightedVariation(_ pairs: [(value: Double, weight: Double)]) -> Double? {
    let weight = pairs.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    let mean = pairs.reduce(0) { $0 + $1.value * $1.weight } / weight
    let squares = pairs.reduce(0) { $0 + $1.weight / weight * ($1.value - mean) * ($1.value - mean) }
    return mean == 0 || squares < 0 ? nil : squares.squareRoot() / mean
  }

  /// Pearson's coefficient.
  static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard let x = mean(pairs.map(\.0)), let y = mean(pairs.map(\.1)) else { return nil }
    let both = pairs.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    guard let first = squares(pairs.map(\.0)), let second = squares(pairs.map(\.1)), first > 0, second > 0
    else {
      return nil
    }
    return both / (first * second).squareRoot()
  }
}
