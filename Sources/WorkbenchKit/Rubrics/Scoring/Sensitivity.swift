import KitModel

/// How far ranks hang on the weights: leaves' full marks are multiplied by numbers drawn uniformly from 0.9 to 1.1,
/// the total is worked out again (marks ÷ attainable × full), and subjects are ranked; as often as asked.
///
/// Drawn numbers are doubles, and so are these totals: this is statistics and decides nothing. The same seed gives the
/// same draws on every machine (SplitMix64).
struct Sensitivity {
  let result: ScoringResult
  let draws: Int
  let seed: UInt64

  struct Line {
    var subject: Int
    /// Rank as it stands, and over all draws its mean, least and greatest.
    var rank: Int
    var mean: Double
    var least: Int
    var greatest: Int
    /// In how many draws the rank stayed.
    var kept: Int
  }

  func lines() -> [Line] {
    let scored = result.subjects.indices.filter { result.subjects[$0].rank != nil }
    let weights = contributions()
    // Part of the full marks of each leaf; nil where it does not count. Extras are added as they are.
    let parts: [[Double?]] = scored.map { subject in
      result.leaves.indices.map { leaf in part(leaf, subject) }
    }
    let extras = scored.map { subject in
      result.leaves.indices.reduce(0.0) { sum, leaf in
        result.leaves[leaf].isExtra
          ? sum + (result.outcomes[leaf][subject].mark?.real ?? 0) * weights[leaf] : sum
      }
    }
    var generator = SplitMix64(state: seed)
    var lines = scored.map { subject in
      let rank = result.subjects[subject].rank ?? 0
      return Line(subject: subject, rank: rank, mean: 0, least: .max, greatest: 0, kept: 0)
    }
    for _ in 0..<draws {
      let drawn = weights.map { $0 * (0.9 + 0.2 * generator.next()) }
      let totals = scored.indices.map { place -> Double in
        var (sum, full) = (0.0, 0.0)
        for leaf in drawn.indices where !result.leaves[leaf].isExtra {
          guard let part = parts[place][leaf] else { continue }
          sum += drawn[leaf] * part
          full += drawn[leaf]
        }
        return (full > 0 ? sum / full * result.rubric.full.real : 0) + extras[place]
      }
      for (place, rank) in Ranking.ranks(totals, isBetter: >).enumerated() {
        guard let rank else { continue }
        lines[place].mean += Double(rank) / Double(draws)
        lines[place].least = min(lines[place].least, rank)
        lines[place].greatest = max(lines[place].greatest, rank)
        if rank == lines[place].rank { lines[place].kept += 1 }
      }
    }
    return lines.sorted { ($0.rank, $0.subject) < ($1.rank, $1.subject) }
  }

  /// What the full marks of each leaf are worth in the total; of extras what one mark is worth.
  private func contributions() -> [Double] {
    var worth: [Double] = []
    func add(_ indicators: [Indicator], full: Fraction, factor: Fraction) {
      for indicator in indicators {
        let own =
          factor * (indicator.weight.flatMap { ($0 * full).divided(by: indicator.full) } ?? .one)
        if indicator.leaf != nil {
          worth.append((indicator.isExtra ? own : own * indicator.full).real)
        } else {
          add(indicator.children, full: indicator.full, factor: own)
        }
      }
    }
    add(result.rubric.indicators, full: result.rubric.full, factor: .one)
    return worth
  }

  private func part(_ leaf: Int, _ subject: Int) -> Double? {
    let indicator = result.leaves[leaf]
    guard !indicator.isExtra else { return nil }
    let outcome = result.outcomes[leaf][subject]
    switch outcome.state {
    case .mark: return outcome.mark.flatMap { $0.divided(by: indicator.full) }?.real
    case .missing: return (indicator.leaf?.missing ?? result.rubric.missing) == .zero ? 0 : nil
    case .notApplicable, .refused: return nil
    }
  }
}

/// A small generator with a public definition (Steele, Lea, Flood 2014), so that draws can be checked elsewhere.
struct SplitMix64 {
  var state: UInt64

  /// A number from 0 up to 1, with 53 bits.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Double(z >> 11) / Double(UInt64(1) << 53)
  }
}
