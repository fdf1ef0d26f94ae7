import Foundation
import KitModel

@testable import KitRubrics

/// A random rubric with its data and its results, made by `Reference/reference.py` with Python's Fraction.
struct ReferenceCase: Decodable {
  var seed: Int
  var rubric: String
  var categories: [String]
  var applies: [String: [Bool?]]
  var exempt: [String: [Int]]
  var vetoes: [String: [Int]]
  var figures: [String: [Row]]
  var adjusted: [String: [String: String]]
  var entries: [String: [String: [[String]]]]
  var expected: Expected

  struct Row: Decodable {
    var missing: Bool?
    var number: String?
    var ratio: [Int64]?
    var events: [[String?]]?

    var figure: Figure {
      if let ratio { return .ratio(Fraction(ratio[0]), Fraction(ratio[1])) }
      if let events {
        return .events(events.map { Figure.Event(id: $0[0] ?? "", marks: $0[1].flatMap { Fraction($0) }) })
      }
      return number.flatMap { Fraction($0) }.map(Figure.number) ?? .missing(Remark(ScoringMessages.noRow))
    }
  }

  struct Expected: Decodable {
    var leaves: [String: [Leaf]]
    var states: [String]
    var exact: [String?]
    var rounded: [String?]
    var ranks: [Int?]
    var categoryRanks: [Int?]
    var grades: [String?]
  }

  struct Leaf: Decodable {
    var state: String
    var mark: String?
  }

  var input: ScoringInput {
    var input = ScoringInput(
      subjects: categories.enumerated().map { ScoringInput.Subject(key: "S\($0)", category: $1) })
    input.applies = applies
    input.figures = figures.mapValues { $0.map(\.figure) }
    input.entries = entries.mapValues { kinds in
      kinds.mapValues { rows in
        rows.map { marks in
          EntryList(
            marks.enumerated().compactMap { place, mark in
              Fraction(mark).map { Entry(by: "\(place)", value: $0) }
            })
        }
      }
    }
    for (id, subjects) in exempt {
      for subject in subjects { input.exemptions[ScoringInput.Cell(id, subject)] = "缺项" }
    }
    for (id, subjects) in vetoes {
      for subject in subjects { input.vetoes[ScoringInput.Cell(id, subject)] = "决定" }
    }
    for (id, marks) in adjusted {
      for (subject, mark) in marks {
        guard let place = Int(subject), let mark = Fraction(mark) else { continue }
        input.adjustments[ScoringInput.Cell(id, place)] = .init(mark: mark, objection: "F1")
      }
    }
    return input
  }

  /// Runs the reference over seeds.
  static func cases(_ first: Int, _ last: Int) throws -> [ReferenceCase] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Reference/reference.py")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "\(first)", "\(last)"]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try data.split(separator: 10).map { try JSONDecoder().decode(ReferenceCase.self, from: $0) }
  }
}
