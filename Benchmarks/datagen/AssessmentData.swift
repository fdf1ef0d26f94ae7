/// What an assessment of many subjects rests on: the subjects, figures of them, events, and what evaluators entered.
///
/// Sixty indicators in six areas; the ten of an area are of ten kinds (see `rules`).
struct AssessmentData {
  let subjects: Int
  let folder: String
  var random: SplitMix64

  static let areas = ["A", "B", "C", "D", "E", "F"]
  static let categories = ["甲类", "乙类", "丙类", "丁类"]

  /// Measure and rule of the ten indicators of an area; `ID` and `AREA` stand for their own.
  static let rules = [
    "measure: {entered: office}, rule: {kind: points}",
    "rule: {kind: shares, self: {evaluator: self, weight: 30%}, verified: {evaluator: office, weight: 70%}}",
    """
    rule: {kind: evaluators, use: [{evaluator: office, weight: 60%}, {evaluator: section, weight: 40%}]}
    """,
    """
    measure: {entered: section, ratio: true}, rule: {kind: bands, bands: [{line: 0.8, marks: 2}, \
    {line: 0.5, marks: 1.5}, {line: 0.2, marks: 1}], else: 0.5}
    """,
    "\(figures), rule: {kind: ratio, target: 90%}",
    """
    \(figures), rule: {kind: bands, direction: lower, bands: [{line: 0.3, marks: 2}, {line: 0.6, marks: 1.2}], \
    else: 0.4}
    """,
    "\(figures), rule: {kind: threshold_rank, target: 95%, ladder: [1.8, 1.6, 1.4, 1.2], rest: 1}",
    "\(figure), rule: {kind: proportion}",
    "\(figure), rule: {kind: rank, ladder: [2, 1.9, 1.8, 1.7, 1.6, 1.5], rest: 1.1}",
    """
    measure: {pipeline: 'bench.event | where area == "AREA" | select unit, number', event: number}, \
    rule: {kind: deduction, each: 0.3, floor: 0}
    """,
  ]

  private static let own = #"bench.figure | where indicator == "ID""#
  private static let figures =
    "measure: {pipeline: '\(own) | select unit, upper, lower', numerator: upper, denominator: lower}"
  private static let figure = "measure: {pipeline: '\(own) | select unit, upper', value: upper}"

  /// Writes `subjects.csv`, `figures.csv`, `events.csv`, `entries.csv` and the rubrics.
  mutating func write() {
    writeSubjects()
    writeFigures()
    writeEvents()
    writeEntries()
    writeRubric()
    writeSheetRubric()
  }

  private func output(_ name: String) -> BufferedOutput {
    guard let output = BufferedOutput(path: folder + "/" + name) else { fatalExit("cannot write \(name)") }
    return output
  }

  private func code(_ subject: Int) -> String { Datagen.padded(subject, to: 6) }

  private mutating func writeSubjects() {
    let output = output("subjects.csv")
    output.write("代码,名称,类别\n")
    for subject in 1...subjects {
      let category = Self.categories.randomElement(using: &random) ?? ""
      output.write("\(code(subject)),测试单位\(subject),\(category)\n")
    }
  }

  private mutating func writeFigures() {
    let output = output("figures.csv")
    output.write("指标,单位,分子,分母\n")
    for area in Self.areas {
      for indicator in 5...9 {
        for subject in 1...subjects {
          let lower = Int.random(in: 20...2000, using: &random)
          let upper = Int.random(in: 1...lower, using: &random)
          output.write("\(area)\(indicator),\(code(subject)),\(upper),\(lower)\n")
        }
      }
    }
  }

  private mutating func writeEvents() {
    let output = output("events.csv")
    output.write("编号,单位,方面\n")
    for event in 1...subjects * 4 {
      let area = Self.areas.randomElement(using: &random) ?? ""
      let subject = Int.random(in: 1...subjects, using: &random)
      output.write("\(event),\(code(subject)),\(area)\n")
    }
  }

  private mutating func writeEntries() {
    let output = output("entries.csv")
    output.write("年度,评价主体,评价者,单位,指标,填报值,分母\n")
    for subject in 1...subjects {
      let unit = code(subject)
      for area in Self.areas {
        for (evaluator, indicator) in [
          ("office", 1), ("self", 2), ("office", 2), ("office", 3), ("section", 3),
        ] {
          let by = evaluator == "self" ? unit : evaluator + "-1"
          let mark = Int.random(in: 0...20, using: &random)
          output.write("2024,\(evaluator),\(by),\(unit),\(area)\(indicator),\(mark / 10).\(mark % 10),\n")
        }
        let base = Int.random(in: 10...900, using: &random)
        output.write(
          "2024,section,section-1,\(unit),\(area)4,\(Int.random(in: 0...base, using: &random)),\(base)\n")
      }
    }
  }

  private func writeRubric() {
    let output = output("2024.yaml")
    output.write(Self.head(year: 2024, full: 120, subjects: "bench.subject | select code, kind"))
    for area in Self.areas {
      output.write("  - id: \(area)\n    label: 方面\(area)\n    full: 20\n    children:\n")
      for (number, rule) in Self.rules.enumerated() {
        let id = "\(area)\(number + 1)"
        let text = rule.replacing("ID", with: id).replacing("AREA", with: area)
        output.write("      - {id: \(id), label: 指标\(id), full: 2, \(text)}\n")
      }
    }
    output.write(
      """
      grades:
        - {grade: 优秀, line: 70, share: 10%, of: category}
        - {grade: 良好, line: 66}
        - {grade: 合格, line: 60}
        - {grade: 不合格}
      tie: out

      """)
  }

  /// The year of which score sheets are sent out: three hundred subjects, thirty indicators to report on.
  private func writeSheetRubric() {
    let output = output("2023.yaml")
    output.write(
      Self.head(
        year: 2023, full: 60, subjects: #"bench.subject | where code <= "000300" | select code, kind"#))
    for area in Self.areas {
      output.write("  - id: \(area)\n    label: 方面\(area)\n    full: 10\n    children:\n")
      for number in 1...5 {
        let rule =
          number == 5
          ? "measure: {entered: self, ratio: true, unit: 人}, rule: {kind: ratio, target: 90%}"
          : "measure: {entered: self}, rule: {kind: points}"
        output.write(
          "      - {id: \(area)\(number), label: 指标\(area)\(number), full: 2, standard: 按要求落实的得满分，"
            + "有一处不落实的扣半分，扣完为止, \(rule)}\n")
      }
    }
  }

  private static func head(year: Int, full: Int, subjects: String) -> String {
    """
    year: \(year)
    label: 测速指标体系
    full: \(full)
    round: {at: total, places: 2, rule: half_up}
    compare: rounded
    life: {review_days: 5, notice_days: 5}
    subjects: {pipeline: '\(subjects)', category: kind}
    evaluators:
      - {id: self, label: 自评, deadline: 15}
      - {id: office, label: 核查, pairs: 'bench.subject | select by = "office-1", code'}
      - {id: section, label: 科室, pairs: 'bench.subject | select by = "section-1", code'}
    indicators:

    """
  }
}
