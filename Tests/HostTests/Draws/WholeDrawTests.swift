import Foundation
import Testing

@testable import dudao

/// A draw as an office does it, worked out again from what it left in the store and in its files.
@Suite("A draw from the prompt to the record")
struct WholeDrawTests {
  @Test("Digest, seed, units and teams follow from the lists, the bars and the public number")
  func repeatable() throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("inspections", into: folder)
      let capture = Capture()
      func run(_ day: String, _ words: [String]) -> String {
        let status = Host.run(
          ["--as-of", day, "--person", SampleWorkspace.person] + words,
          in: SampleWorkspace.environment(folder: workspace, capture))
        let text = capture.take()
        #expect(status == .done, "\(words)\n\(text)")
        return text
      }
      _ = run("2024-11-20", ["-c", "school | count"])
      _ = run(
        "2024-11-20",
        [
          "-c",
          "draw prepare ZX2024-02 (school) --units 4 --public 体彩排列五 --on 2024-11-22 --exclude 8101=大修",
        ])
      _ = run("2024-11-22", ["-c", "draw run CQ2024-001 --published 71903"])
      _ = run("2024-11-22", ["-c", "draw record CQ2024-001 --lists --to md"])

      let list = try String(contentsOfFile: workspace + "/exports/抽取记录/CQ2024-001-名单.txt", encoding: .utf8)
      let units = list.split(separator: "\n").filter { $0.hasPrefix("unit ") }.map { String($0.dropFirst(5)) }
      let persons = list.split(separator: "\n").filter { $0.hasPrefix("person ") }.map {
        String($0.dropFirst(7))
      }
      #expect(units.count == 6)
      #expect(list.contains("\nwithout unit 8101 大修\n"))
      func rows(_ query: String) throws -> [[String: String]] {
        let text = run("2024-11-22", ["--format", "csv", "-c", query])
        let lines = text.split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { line in
          Dictionary(zip(head.map(String.init), line.map(String.init))) { first, _ in first }
        }
      }
      let draw = try #require(try rows("draw | select digest, seed, load").first)
      #expect(draw["digest"] == (try sha256sum(list)))
      #expect(draw["seed"] == (try sha256sum((draw["digest"] ?? "") + "71903")))

      let bars = list.split(separator: "\n").filter { $0.hasPrefix("bar ") }.map {
        $0.split(separator: " ").dropFirst().prefix(2).map(String.init)
      }
      #expect(bars.contains(["8103", "D1"]))
      let kept = try rows("draw_bar | select unit, person").map { [$0["unit"] ?? "", $0["person"] ?? ""] }
      #expect(Set(kept) == Set(bars))
      let answer = try DrawTests.reference([
        .init(
          seed: draw["seed"] ?? "", population: units, units: 4, seats: 2,
          persons: Dictionary(persons.map { ($0, 2) }) { first, _ in first }, bars: bars)
      ])
      var teams: [String: [String]] = [:]
      var order: [String] = []
      for row in try rows("draw_team | sort place, seat | select unit, person") {
        let unit = row["unit"] ?? ""
        if !order.contains(unit) { order.append(unit) }
        teams[unit, default: []].append(row["person"] ?? "")
      }
      #expect(order == answer.first?.units)
      #expect(teams == answer.first?.teams)

      // The language draws the same units with the same seed.
      let sampled = try rows(
        "unit | where code in (\(units.map { "\"\($0)\"" }.joined(separator: ", "))) | sample 4 seed \"\(draw["seed"] ?? "")\" | select code"
      ).compactMap { $0["code"] }
      #expect(Set(sampled) == Set(order))
    }
  }

  private func sha256sum(_ text: String) throws -> String {
    try withTemporaryFolder { folder in
      try text.write(toFile: folder + "/text", atomically: true, encoding: .utf8)
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/sha256sum")
      process.arguments = [folder + "/text"]
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data.prefix(64), as: UTF8.self)
    }
  }
}
