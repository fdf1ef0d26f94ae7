import Foundation

/// The comparisons of one run and the files that they work on.
struct Bench {
  let dudao: String
  let sample: String
  let scratch: String
  /// The folder of the peers' programs: `python3`, `duckdb`.
  let peers: String
  /// The program that writes papers with the kit.
  let papers: String

  var environment: [String: String] { ["DUDAO_PLUGIN_PATH": "\(scratch)/workspace/plugins"] }

  /// Makes what is measured on: the sample's townships for DuckDB, the million rows in both stores.
  func prepare() throws {
    let count = "select count(*) from township"
    if !exists("township.duckdb") {
      _ = try run([dudao, "-w", sample, "-c", "township | export \"\(scratch)/township.csv\"", "--yes"])
      _ = try run([
        "\(peers)/duckdb", "township.duckdb", "-c",
        "create table township as from read_csv('township.csv', all_varchar=true); \(count)",
      ])
    }
    if !exists("stored/workspace.sqlite") {
      _ = try run(["cp", "-r", "workspace", "stored"])
      _ = try run([dudao, "-w", "stored", "import", "records.csv", "--into", "bench.record", "--yes"])
      _ = try run([dudao, "-w", "stored", "import", "table.csv", "--into", "bench.sheet_row", "--yes"])
    }
    if !exists("peer.db") {
      _ = try run(["sqlite3", "peer.db", ".import --csv records.csv record"])
    }
    try prepareAssessment()
    try preparePapers()
    try prepareScripts()
  }

  var comparisons: [Comparison] {
    let script = { (name: String) in "\(scratch)/peers/\(name)" }
    let typed = """
      select "kind", "unit", sum("score") s, count(*) n from "bench.record" \
      where "score" >= 600 and "day" >= '2024-03-01' group by "kind", "unit" order by s desc limit 10
      """
    let untyped = """
      select "类别", "单位代码", sum("得分") s, count(*) n from r where cast("得分" as real) >= 60 \
      and "日期" >= '2024-03-01' group by 1, 2 order by s desc limit 10
      """
    let pipeline =
      "where score >= 60 and day >= 2024-03-01 | group kind, unit { s = sum(score), n = count() }"
    let opened = "筛选 得分 >= 60 且 日期 >= 2024-03-01 | 分组 类别, 单位代码 { s = 求和(得分), n = 计数() }"
    return [
      Comparison(
        name: "township | count, whole process, against DuckDB", reach: 0.6,
        ours: [dudao, "-w", sample, "-c", "township | count"],
        peer: ["\(peers)/duckdb", "-readonly", "township.duckdb", "-c", "select count(*) from township"]),
      Comparison(
        name: "import of 1,000,000 × 8 csv, against sqlite3 .import", reach: 1.0,
        ours: [dudao, "-w", "fresh", "import", "records.csv", "--into", "bench.record", "--yes"],
        peer: ["sqlite3", "fresh.db", ".import --csv records.csv record"],
        before: ["sh", "-c", "rm -rf fresh fresh.db; cp -r workspace fresh"]),
      Comparison(
        name: "filter, group, sort, take over 1,000,000 rows, against the SQL by hand", reach: 1.1,
        ours: [dudao, "-w", "stored", "-c", "bench.record | \(pipeline) | sort -s | take 10"],
        peer: ["sqlite3", "stored/workspace.sqlite", typed]),
      Comparison(
        name: "open csv of 1,000,000 rows, then group, against sqlite3 :memory:", reach: 1.5,
        ours: [dudao, "-w", "stored", "-c", "open \"records.csv\" | \(opened) | 排序 -s | 取 10"],
        peer: ["sqlite3", ":memory:", ".import --csv records.csv r", untyped]),
      Comparison(
        name: "xlsx in, 100,000 × 10, against openpyxl read-only", reach: 0.25,
        ours: [dudao, "-w", "stored", "-c", "open \"table.xlsx\" | count"],
        peer: ["\(peers)/python3", script("read_xlsx.py"), "table.xlsx"]),
      Comparison(
        name: "xlsx out, 100,000 × 10, against XlsxWriter constant_memory", reach: 0.4,
        ours: [dudao, "-w", "stored", "-c", "bench.sheet_row | export \"\(scratch)/ours.xlsx\"", "--yes"],
        peer: [
          "\(peers)/python3", script("write_xlsx.py"), "stored/workspace.sqlite", "bench.sheet_row",
          "code,name,stage,pupils,classes,teachers,area,mean,day,note", "theirs.xlsx",
        ]),
    ] + assessmentComparisons + paperComparisons + scriptComparisons
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(scratch)/\(name)")
  }

  func run(_ words: [String]) throws -> Measured {
    try measure(words, environment: environment)
  }
}
