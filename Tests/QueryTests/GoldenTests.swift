import Foundation
import KitModel
import KitQuery
import Testing

/// One folder for each case: `input.dd`, the SQL and the rows that it comes to.
///
/// `DUDAO_RECORD=1 swift test --filter QueryTests` writes what came out into the folders; the run fails all
/// the same, so that a recording is read before it is trusted.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let isRecording = ProcessInfo.processInfo.environment["DUDAO_RECORD"] != nil

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
    .sorted()

  @Test(arguments: cases) func sqlAndRows(name: String) throws {
    let place = Self.folder.appending(path: name)
    let input = try String(contentsOf: place.appending(path: "input.dd"), encoding: .utf8)
    let compilation = try Compilation()
    let query = try compilation.query(input)
    let table = try compilation.database.table(query)
    try compare(sql(query), with: place.appending(path: "sqlite.sql"))
    try compare(TableText.csv(table), with: place.appending(path: "result.csv"))
  }

  @Test func thereAreCases() { #expect(Self.cases.count > 100) }

  private func sql(_ query: CompiledQuery) -> String {
    let parameters = query.parameters.enumerated().map { "-- ?\($0 + 1) = \($1)" }
    return ([query.sql] + parameters).joined(separator: "\n") + "\n"
  }

  private func compare(_ text: String, with file: URL) throws {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if Self.isRecording && recorded != text {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent) anew; read it")
      return
    }
    #expect(text == recorded, "\(file.path)")
  }
}
