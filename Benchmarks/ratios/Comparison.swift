/// One thing that both sides do, and the ratio that is to be reached.
struct Comparison {
  let name: String
  let reach: Double
  let ours: [String]
  let peer: [String]
  /// Run before each of our and of the peer's runs, untimed: takes away what the last one left.
  var before: [String]?

  /// Runs both sides in turn, `rounds` times each, so that a change of the machine's speed hits both.
  func run(rounds: Int, environment: [String: String]) throws -> Outcome {
    var ours: [Measured] = []
    var peers: [Measured] = []
    for _ in 0..<rounds {
      if let before { _ = try measure(before) }
      ours.append(try measure(self.ours, environment: environment))
      peers.append(try measure(peer))
    }
    let ratios = zip(ours, peers).map { $0.seconds / $1.seconds }.sorted()
    return Outcome(
      ratio: ratios[ratios.count / 2],
      best: (ours.map(\.seconds).min() ?? 0) / (peers.map(\.seconds).min() ?? 1),
      ours: ours.map(\.seconds).min() ?? 0, peer: peers.map(\.seconds).min() ?? 0,
      peakMegabytes: ours.map(\.peakMegabytes).max() ?? 0)
  }

  struct Outcome {
    /// Median over the rounds of our time over the peer's in the same round.
    let ratio: Double
    /// Our best time over the peer's best.
    let best: Double
    let ours: Double
    let peer: Double
    let peakMegabytes: Double
  }
}
