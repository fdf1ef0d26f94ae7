import KitModel

@testable import KitRubrics

/// A rubric of a few lines, for tests that look at one thing.
struct SmallRubric {
  var full = "100"
  var round = "{at: total, places: 2, rule: half_up}"
  var compare = "rounded"
  var missing = "refuse"
  var evaluators = "[{id: office, label: 督导室}]"
  /// The indicators as lines of YAML.
  var indicators: [String]
  var grades = "[{grade: 优秀, line: 85}, {grade: 合格, line: 60}, {grade: 不合格}]"
  var tie: String?

  var text: String {
    """
    year: 2024
    label: 小指标
    subjects: {pipeline: x, category: category}
    full: \(full)
    round: \(round)
    compare: \(compare)
    missing: \(missing)
    evaluators: \(evaluators)
    indicators:
    \(indicators.map { "  - " + $0 }.joined(separator: "\n"))
    grades: \(grades)
    \(tie.map { "tie: \($0)\n" } ?? "")life: {review_days: 5, notice_days: 5}

    """
  }

  func read() throws -> Rubric { try RubricFile.read(Array(text.utf8), plugin: "small", file: "small.yaml") }

  /// An indicator with marks as entered by the office.
  static func points(_ id: String, full: String) -> String {
    "{id: \(id), label: 指标\(id), full: \(full), rule: {kind: points}, measure: {entered: office}}"
  }

  /// Scores subjects by the marks that the office entered: one list for each indicator.
  func score(_ marks: [String: [String?]], categories: [String]) throws -> ScoringResult {
    var input = ScoringInput(
      subjects: categories.enumerated().map { ScoringInput.Subject(key: "S\($0)", category: $1) })
    input.entries = marks.mapValues { row in
      ["office": row.map { mark in mark.flatMap { Fraction($0) }.map { [Entry(by: "1", value: $0)] } ?? [] }]
    }
    return Scorer(rubric: try read()).score(input)
  }
}
