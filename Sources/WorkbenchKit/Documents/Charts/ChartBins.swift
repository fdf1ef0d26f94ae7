import KitFormats
import KitModel

/// The intervals of a histogram: of equal width, their borders round numbers, each with its lower border in it; the
/// last with its upper one too.
struct ChartBins {
  let borders: [Double]
  let counts: [(name: String, counts: [Int])]

  init(_ chart: Chart) {
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }.filter(\.isFinite)
    borders = Self.borders(values)
    let borders = borders
    counts = chart.series.map { series in
      var counts = [Int](repeating: 0, count: max(0, borders.count - 1))
      for value in series.values.compactMap({ $0 }) where value.isFinite && !counts.isEmpty {
        let place = borders.lastIndex { $0 <= value } ?? 0
        counts[min(place, counts.count - 1)] += 1
      }
      return (series.name, counts)
    }
  }

  var labels: [String] {
    zip(borders, borders.dropFirst()).map { "\(RealText.display($0))–\(RealText.display($1))" }
  }

  /// About as many intervals as Sturges' rule says (1 + log2 n), at 1, 2, 2.5 or 5 times a power of ten.
  private static func borders(_ values: [Double]) -> [Double] {
    guard let least = values.min(), let most = values.max() else { return [] }
    let wanted = 1 + Double(values.count).logarithm2
    let span = most > least ? most - least : Swift.max(abs(most), 1)
    let raw = span / Swift.max(1, wanted.rounded())
    guard raw.isFinite, raw > 0 else { return [] }
    var power = 1.0
    while power > raw { power /= 10 }
    while power * 10 <= raw { power *= 10 }
    let step = power * ([1, 2, 2.5, 5].first { power * $0 >= raw * 0.8 } ?? 10)
    let first = (least / step).rounded(.down)
    var borders: [Double] = []
    var place = first
    // Counted in whole steps, so that no border is a sum of rounded ones.
    while borders.count < 200 {
      borders.append(place * step)
      if place * step > most || (place * step >= most && borders.count > 1) { break }
      place += 1
    }
    return borders
  }
}

extension Double {
  /// By the exponent and a linear part: good to a tenth, which is all that a number of intervals needs.
  fileprivate var logarithm2: Double { self < 1 ? 0 : Double(exponent) + significand - 1 }
}
