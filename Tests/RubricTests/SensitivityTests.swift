import Foundation
import KitModel
import Testing

@testable import KitRubrics

/// Draws against an independent computation, number by number.
@Suite struct SensitivityTests {
  private struct Line: Decodable {
    var rank: Int
    var mean: Double
    var least: Int
    var greatest: Int
    var kept: Int
  }

  private static let fulls = [30, 25, 20, 15, 10, 0]
  /// Marks by leaf; nil: does not apply.
  private static let marks: [[String?]] = [
    ["26.5", "21", "15.5", "14", "9", "1"], ["28", "19", "16", "12.5", "9.5", nil],
    ["25", "22", "18", nil, "8", nil],
    ["29", "18.5", "15", "14.5", "8.5", nil], ["24", "23", "17", "13", "9", "2"],
    ["27", "20", "17.5", "11", "7", nil],
    ["22", "24.5", "19", "13.5", "6.5", nil], ["26", "20.5", "16.5", "13", nil, "1"],
  ]

  @Test(arguments: [(1000, 2024), (300, 7), (1, 0)]) func drawsAgree(draws: Int, seed: Int) throws {
    let ids = ["A", "B", "C", "D", "E", "X"]
    var indicators = zip(ids, Self.fulls).dropLast().map { SmallRubric.points($0, full: "\($1)") }
    indicators.append(
      "{id: X, label: 加分, full: 0, missing: zero, rule: {kind: bonus, each: 1, cap: 2}, measure: {entered: office}}"
    )
    var input = ScoringInput(subjects: Self.marks.indices.map { .init(key: "S\($0)", category: "镇") })
    for (place, id) in ids.enumerated() {
      input.entries[id] = [
        "office": Self.marks.map { row in
          row[place].flatMap { Fraction($0) }.map { [Entry(by: "1", value: $0)] } ?? []
        }
      ]
      for (subject, row) in Self.marks.enumerated() where id != "X" && row[place] == nil {
        input.exemptions[.init(id, subject)] = "不适用"
      }
    }
    let result = Scorer(rubric: try SmallRubric(compare: "full", indicators: indicators).read()).score(input)
    let lines = Sensitivity(result: result, draws: draws, seed: UInt64(seed)).lines().sorted {
      $0.subject < $1.subject
    }
    let expected = try reference(draws, seed)
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) {
      #expect(abs(line.mean - wanted.mean) < 1e-9)
      #expect(line.rank == wanted.rank && line.kept == wanted.kept)
      #expect(line.least == wanted.least && line.greatest == wanted.greatest)
    }
  }

  private func reference(_ draws: Int, _ seed: Int) throws -> [Line] {
    let marks = Self.marks.map { "[" + $0.map { $0 ?? "null" }.joined(separator: ",") + "]" }.joined(
      separator: ",")
    let fulls = Self.fulls.map(String.init).joined(separator: ",")
    let text =
      #"{"fulls": [\#(fulls)], "subjects": [\#(marks)], "draws": \#(draws), "seed": \#(seed), "whole": 100}"#
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Reference/sensitivity.py")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, text]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([Line].self, from: data)
  }
}
