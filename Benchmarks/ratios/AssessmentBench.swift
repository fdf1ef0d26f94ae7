/// Scoring, asking what-if, and score sheets out and back.
extension Bench {
  /// The day on which score sheets are sent and taken, so that every run makes the same sheets.
  private static let day = ["--as-of", "2024-01-08", "--person", "测速", "--yes"]
  private static let sheets = "测速自评"

  /// Ten thousand subjects with all that is known of them, and three hundred score sheets that came back.
  func prepareAssessment() throws {
    if !exists("unscored") {
      _ = try run(["cp", "-r", "workspace", "unscored"])
      let inputs = [
        ("subjects", "subject"), ("figures", "figure"), ("events", "event"), ("entries", "entry"),
      ]
      for (file, relation) in inputs {
        let file = "assessment/\(file).csv"
        _ = try run([dudao, "-w", "unscored", "import", file, "--into", "bench.\(relation)", "--yes"])
      }
    }
    if !exists("returned") {
      _ = try run(["cp", "-r", "workspace", "sent"])
      _ = try run([
        dudao, "-w", "sent", "import", "assessment/subjects.csv", "--into", "bench.subject", "--yes",
      ])
      _ = try run(["cp", "-r", "sent", "unsent"])
      _ = try run([dudao, "-w", "sent"] + Self.day + ["-c", send(to: "sheets")])
      _ = try run(["\(peers)/python3", "peers/describe_sheets.py", "sheets", "sheets.json"])
      _ = try run(["\(peers)/python3", "peers/fill_sheets.py", "sheets", "returned"])
    }
  }

  private func send(to folder: String) -> String {
    "报表 下发 \(Self.sheets) 2023年 --to \"\(scratch)/\(folder)\""
  }

  var assessmentComparisons: [Comparison] {
    let python = "\(peers)/python3"
    let simulation = "履职 模拟 2024 青石镇 C2=7 --weight C=30"
    return [
      Comparison(
        name: "10,000 subjects × 60 indicators scored, ranked, stored, against pandas with Decimal",
        reach: 0.3,
        ours: [dudao, "-w", "scored"] + Self.day + ["-c", "bench score 2024"],
        peer: [python, "peers/score_pandas.py", "assessment", "scored.db"],
        before: ["sh", "-c", "rm -rf scored scored.db; cp -r unscored scored"],
        after: [python, "peers/same_marks.py", "scored/workspace.sqlite", "scored.db"]),
      Comparison(
        name: "simulate on the sample, beyond start-up and a count", reach: 100, kind: .difference,
        ours: [dudao, "-w", "simulated", "-c", simulation],
        peer: [dudao, "-w", "simulated", "-c", "township | count"]),
      Comparison(
        name: "300 score sheets out, against XlsxWriter", reach: 0.4,
        ours: [dudao, "-w", "sending"] + Self.day + ["-c", send(to: "ours")],
        peer: [python, "peers/write_sheets.py", "sheets.json", "theirs"],
        before: ["sh", "-c", "rm -rf sending ours theirs; cp -r unsent sending"]),
      Comparison(
        name: "300 score sheets read, checked, kept, stored, against openpyxl merely reading", reach: 0.3,
        ours: [dudao, "-w", "collecting"] + Self.day + ["-c", "报表 收取 \"\(scratch)/returned\""],
        peer: [python, "peers/read_sheets.py", "returned"],
        before: ["sh", "-c", "rm -rf collecting; cp -r sent collecting"]),
    ]
  }
}
