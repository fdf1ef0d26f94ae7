import Foundation

/// A saved script beside what it holds, typed as one text.
extension Bench {
  private static let statements = 200
  private static let day = ["--as-of", "2024-11-23", "--person", "测速", "--yes"]

  /// Pipelines that take the engine no time to speak of: what is left is what a script costs.
  private var pipelines: String {
    (1...Self.statements).map { number in
      "school | where 学生数 > \(number * 10) and 学段 != \"中职\" | group 学区 { n = count(), s = sum(学生数) } | sort -s | take 3"
    }.joined(separator: "\n")
  }

  /// The sample with its store built and the script among its own.
  func prepareScripts() throws {
    guard !exists("unrun") else { return }
    _ = try run([
      "sh", "-c",
      "mkdir unrun && cd '\(sample)' && tar -c --exclude='./workspace.sqlite*' --exclude='./exports' --exclude='./backups' . | tar -x -C '\(scratch)/unrun'",
    ])
    try (pipelines + "\n").write(
      toFile: "\(scratch)/unrun/scripts/bench.dd", atomically: true, encoding: .utf8)
    _ = try run([dudao, "-w", "unrun"] + Self.day + ["-c", "school | count"])
  }

  var scriptComparisons: [Comparison] {
    [
      Comparison(
        name: "a script of 200 statements, beyond the same pipelines typed in one", reach: 20,
        kind: .difference,
        ours: [dudao, "-w", "scripted"] + Self.day + ["run", "bench"],
        peer: [dudao, "-w", "scripted"] + Self.day + ["-c", pipelines],
        // Each run is kept in the journal: every one begins with the same store. What `cp` has not written yet would be
        // written by the first of the two that keeps something.
        before: ["sh", "-c", "rm -rf scripted; cp -r unrun scripted; sync"])
    ]
  }
}
