import Foundation

/// `ratios DUDAO SAMPLE SCRATCH PYTHON-BIN ROUNDS`: prints, as a table, our time over each peer's in this run.
@main
enum Ratios {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count >= 6, let rounds = Int(words[5]), rounds > 0 else {
      print("usage: ratios DUDAO SAMPLE SCRATCH PEERS-BIN ROUNDS [NAME-PART]")
      exit(2)
    }
    let bench = Bench(
      dudao: words[1], sample: words[2], scratch: words[3], peers: words[4],
      papers: (words[0] as NSString).deletingLastPathComponent + "/papers")
    guard chdir(bench.scratch) == 0 else {
      print("no folder \(bench.scratch)")
      exit(2)
    }
    try bench.prepare()
    say("| what | reach | ratio (median) | best/best | ours s | peer s | peak MB |")
    say("|---|---|---|---|---|---|---|")
    for comparison in bench.comparisons where words.count < 7 || comparison.name.contains(words[6]) {
      let row: String
      do {
        let outcome = try comparison.run(
          rounds: rounds, environment: bench.environment)
        let compared = comparison.kind == .ratio ? "%.2f | %.2f" : "%+.0f ms | %+.0f ms"
        row = String(
          format: compared + " | %.3f | %.3f | %.0f", outcome.ratio, outcome.best, outcome.ours,
          outcome.peer, outcome.peakMegabytes)
      } catch {
        row = "failed: \(error)"
      }
      let unit = comparison.kind == .ratio ? "" : " ms"
      say("| \(comparison.name) | ≤ \(comparison.reach)\(unit) | \(row) |")
    }
  }

  /// Prints at once, also into a pipe: a run takes minutes and its rows are worth seeing as they come.
  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
