/// The statistics over a group; each says its formula. Nulls are left out.
class Sample {
  var values: [Double] = []

  required init() {}

  func step(_ call: FunctionCall) {
    if let value = call.real(0) { values.append(value) }
  }

  var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// Σ (x − mean)².
  var squares: Double {
    let mean = mean
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  /// The value at a share of the sorted sample, between neighbours by straight line: Excel's PERCENTILE.INC.
  func quantile(_ share: Double) -> Double? {
    guard !values.isEmpty, (0...1).contains(share) else { return nil }
    values.sort()
    let place = share * Double(values.count - 1)
    let low = Int(place.rounded(.down))
    let part = place - Double(low)
    guard part > 0, low + 1 < values.count else { return values[low] }
    return values[low] + (values[low + 1] - values[low]) * part
  }

  func answer(_ value: Double?, _ call: FunctionCall) {
    if let value { call.answer(value) } else { call.answerNull() }
  }
}

/// The middle value, or the mean of the two in the middle.
final class Median: Sample, Accumulator {
  func finish(_ call: FunctionCall) { answer(quantile(0.5), call) }
}

final class Percentile: Sample, Accumulator {
  private var share: Double?

  override func step(_ call: FunctionCall) {
    super.step(call)
    share = share ?? call.real(1)
  }

  func finish(_ call: FunctionCall) { answer(share.flatMap(quantile), call) }
}

/// √(Σ (x − mean)² ÷ (n − 1)).
final class SampleDeviation: Sample, Accumulator {
  func finish(_ call: FunctionCall) {
    answer(values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil, call)
  }
}

/// √(Σ (x − mean)² ÷ n).
final class PopulationDeviation: Sample, Accumulator {
  func finish(_ call: FunctionCall) {
    answer(values.isEmpty ? nil : (squares / Double(values.count)).squareRoot(), call)
  }
}

/// Population deviation over the mean; every value weighs the same.
final class Variation: Sample, Accumulator {
  func finish(_ call: FunctionCall) {
    guard !values.isEmpty, mean != 0 else { return call.answerNull() }
    call.answer((squares / Double(values.count)).squareRoot() / mean)
  }
}

/// The official 差异系数: √(Σ w (x − m)² ÷ Σ w) ÷ m with the weighted mean m = Σ w x ÷ Σ w. Rows without value
/// or weight are left out.
final class WeightedVariation: Sample, Accumulator {
  private var weights: [Double] = []

  override func step(_ call: FunctionCall) {
    guard let value = call.real(0), let weight = call.real(1) else { return }
    values.append(value)
    weights.append(weight)
  }

  func finish(_ call: FunctionCall) {
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return call.answerNull() }
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / whole
    guard mean != 0 else { return call.answerNull() }
    let spread = zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
    call.answer((spread / whole).squareRoot() / mean)
  }
}

/// Pearson's correlation of the pairs that are complete.
final class Correlation: Sample, Accumulator {
  private var others: [Double] = []

  override func step(_ call: FunctionCall) {
    guard let one = call.real(0), let two = call.real(1) else { return }
    values.append(one)
    others.append(two)
  }

  func finish(_ call: FunctionCall) {
    guard values.count > 1 else { return call.answerNull() }
    let (first, second) = (mean, others.reduce(0, +) / Double(others.count))
    var (both, one, two) = (0.0, 0.0, 0.0)
    for (x, y) in zip(values, others) {
      both += (x - first) * (y - second)
      one += (x - first) * (x - first)
      two += (y - second) * (y - second)
    }
    guard one > 0, two > 0 else { return call.answerNull() }
    call.answer(both / (one * two).squareRoot())
  }
}
