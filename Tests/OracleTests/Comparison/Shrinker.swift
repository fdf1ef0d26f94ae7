import KitModel

/// Makes a failing case as small as it gets while it still fails in the same way.
struct Shrinker {
  /// How two engines differ over a case.
  let difference: (Sample) -> Difference?
  var budget = 1500

  mutating func shrunk(_ sample: Sample) -> Sample {
    guard let wanted = difference(sample) else { return sample }
    var best = sample
    while let smaller = candidates(best).first(where: { isStill(wanted, $0) }) { best = smaller }
    return best
  }

  private mutating func isStill(_ wanted: Difference, _ sample: Sample) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    return difference(sample) == wanted
  }

  private func candidates(_ sample: Sample) -> [Sample] {
    let smaller = Reductions.of(sample.pipeline).map { pipeline in
      var candidate = sample
      candidate.pipeline = pipeline
      return candidate
    }
    return smaller + withFewerRows(sample)
  }

  /// All rows of an entity, a half of them, one.
  private func withFewerRows(_ sample: Sample) -> [Sample] {
    sample.world.data.keys.sorted().flatMap { entity -> [Sample] in
      guard let rows = sample.world.data[entity], !rows.isEmpty else { return [] }
      let half = rows.count / 2
      let choices =
        [[], Array(rows[..<half]), Array(rows[half...])]
        + rows.indices.map { Reductions.removing($0, from: rows) }
      return choices.filter { $0.count < rows.count }.map { kept in
        var candidate = sample
        candidate.world.data[entity] = kept
        return candidate
      }
    }
  }
}
