import KitModel

/// Another weight for some indicators: what a simulation asks.
///
/// The parent keeps what it is worth. The indicators named take the marks (or the weight) given; their siblings share
/// the rest in the proportion that they have. Marks of leaves keep their part of the full marks.
struct Reweighting {
  let rubric: Rubric
  /// New full marks, or new weights where the siblings are weighted, by indicator.
  let wanted: [String: Fraction]

  /// The rubric with the new weights; nil where the siblings would be left less than nothing.
  func rubric(refusing refuse: (String) -> Diagnostic) throws -> Rubric {
    var changed = rubric
    changed.indicators = try reweighted(rubric.indicators, full: rubric.full, refuse)
    return changed
  }

  private func reweighted(
    _ indicators: [Indicator], full: Fraction, _ refuse: (String) -> Diagnostic
  ) throws -> [Indicator] {
    var changed = indicators
    let isWeighted = indicators.contains { $0.weight != nil }
    let whole = isWeighted ? Fraction.one : full
    let counted = indicators.filter { !$0.isExtra }
    func own(_ indicator: Indicator) -> Fraction { isWeighted ? indicator.weight ?? .zero : indicator.full }
    let named = counted.filter { wanted[$0.id] != nil }
    if !named.isEmpty || !isWeighted {
      let taken = named.reduce(Fraction.zero) { $0 + (wanted[$1.id] ?? .zero) }
      let others = counted.filter { wanted[$0.id] == nil }.reduce(Fraction.zero) { $0 + own($1) }
      let left = whole - taken
      if let first = named.first, left.isNegative || (others.isZero && !left.isZero) {
        throw refuse(first.id)
      }
      let factor = left.divided(by: others) ?? .one
      for place in changed.indices where !changed[place].isExtra {
        let value = wanted[changed[place].id] ?? own(changed[place]) * factor
        if isWeighted { changed[place].weight = value } else { changed[place].full = value }
      }
    }
    for place in changed.indices where !changed[place].children.isEmpty {
      changed[place].children = try reweighted(changed[place].children, full: changed[place].full, refuse)
    }
    return changed
  }

  /// Marks in proportion to the new full marks.
  static func outcomes(_ outcomes: [[LeafOutcome]], from before: Rubric, to now: Rubric) -> [[LeafOutcome]] {
    zip(zip(before.leaves, now.leaves), outcomes).map { leaves, row in
      guard leaves.0.full != leaves.1.full, let factor = leaves.1.full.divided(by: leaves.0.full) else {
        return row
      }
      return row.map { outcome in
        var scaled = outcome
        scaled.mark = outcome.mark.map { $0 * factor }
        return scaled
      }
    }
  }
}
