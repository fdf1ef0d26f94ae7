/// One thing that both sides do, and what is to be reached.
struct Comparison {
  let name: String
  /// The greatest ratio of our time to the peer's; of a `.difference` the milliseconds that ours may take longer.
  let reach: Double
  var kind = Kind.ratio
  let ours: [String]
  let peer: [String]
  /// Run before each round, of a `.difference` before each side of it, untimed: takes away what the last run left.
  var before: [String]?
  /// Run after each round, untimed: fails where the two sides did not come to the same.
  var after: [String]?

  enum Kind { case ratio, difference }

  /// Runs both sides in turn, `rounds` times each, so that a change of the machine's speed hits both.
  ///
  /// A difference of milliseconds is smaller than what running second, in warm caches, saves: there both sides begin
  /// with the same files, and either goes first in every other round.
  func run(rounds: Int, environment: [String: String]) throws -> Outcome {
    var ours: [Measured] = []
    var peers: [Measured] = []
    for round in 0..<rounds {
      let isPeerFirst = kind == .difference && !round.isMultiple(of: 2)
      for (place, isOurs) in [!isPeerFirst, isPeerFirst].enumerated() {
        if let before, place == 0 || kind == .difference { _ = try measure(before) }
        let measured = try measure(isOurs ? self.ours : peer, environment: environment)
        if isOurs { ours.append(measured) } else { peers.append(measured) }
      }
      if let after { _ = try measure(after) }
    }
    let (best, peersBest) = (ours.map(\.seconds).min() ?? 0, peers.map(\.seconds).min() ?? 1)
    let compared = zip(ours, peers).map { compare($0.seconds, $1.seconds) }.sorted()
    return Outcome(
      ratio: compared[compared.count / 2], best: compare(best, peersBest), ours: best, peer: peersBest,
      peakMegabytes: ours.map(\.peakMegabytes).max() ?? 0)
  }

  private func compare(_ ours: Double, _ peer: Double) -> Double {
    switch kind {
    case .ratio: ours / peer
    case .difference: (ours - peer) * 1000
    }
  }

  struct Outcome {
    /// Median over the rounds of our time compared with the peer's in the same round.
    let ratio: Double
    /// Our best time compared with the peer's best.
    let best: Double
    let ours: Double
    let peer: Double
    let peakMegabytes: Double
  }
}
