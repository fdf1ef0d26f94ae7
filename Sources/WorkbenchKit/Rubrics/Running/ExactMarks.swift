import KitModel
import KitWorkspace

/// Marks of a year as they were calculated, with what was attainable: what is made of them further is rounded once.
struct ExactMarks {
  /// A mark with what it could have come to.
  struct Mark {
    var exact: Fraction
    var attainable: Fraction
    var lost: Fraction { max(.zero, attainable - exact) }
  }

  private let rubric: Rubric?
  private var rows: [String: [String: Row]] = [:]

  private struct Row {
    var state: String
    /// As calculated; nil: there is no mark.
    var exact: Fraction?
    var full: Fraction
    /// Of what is kept rounded: what the mark was measured by.
    var kept: Fraction?
  }

  /// - Parameters:
  ///   - rubric: That of the year; nil: it cannot be read any more, and what is kept has to do.
  ///   - unit: Key of a subject; nil: all.
  init(
    _ assessment: Assessment, _ year: Period, _ rubric: Rubric?, of unit: String? = nil,
    _ context: any CommandContext
  )
    throws
  {
    self.rubric = rubric
    var variables: [String: Value] = ["the_year": .period(year)]
    if let unit { variables["the_unit"] = .text(unit) }
    let table = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year\(unit == nil ? "" : " and unit == $the_unit") \
      | select unit, indicator, state, exact, full, mark, lost
      """, variables: variables)
    for row in table.rows {
      guard let key = InputGatherer.key(row.values[0]) else { continue }
      let id = InputGatherer.text(row.values[1])
      var full = InputGatherer.number(row.values[4]) ?? .zero
      // The column has a few places; the rubric has all of them, unless it was changed since.
      if let own = rubric?.indicator(id)?.full,
        own.decimal(places: assessment.declaration.places, rubric?.rounding.rule ?? .halfUp).map(
          Fraction.init) == full
      {
        full = own
      }
      let (mark, lost) = (InputGatherer.number(row.values[5]), InputGatherer.number(row.values[6]))
      rows[key, default: [:]][id] = Row(
        state: InputGatherer.text(row.values[2]),
        exact: row.values[3].isNull ? mark : Fraction(InputGatherer.text(row.values[3])), full: full,
        kept: mark.flatMap { mark in lost.map { mark + $0 } })
    }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Nil: it has no mark.
  func mark(_ indicator: String, of unit: String) -> Mark? {
    guard let own = rows[unit], let row = own[indicator], row.state == MarkState.mark.rawValue,
      let exact = row.exact
    else { return nil }
    guard let node = rubric?.indicator(indicator), node.leaf == nil else {
      return Mark(exact: exact, attainable: rubric == nil ? row.kept ?? row.full : row.full)
    }
    if rubric?.notApplicable == .node { return Mark(exact: exact, attainable: row.full) }
    // Of weighted parts only what is kept tells what was attainable.
    guard node.subtree.allSatisfy({ $0.weight == nil }) else {
      return Mark(exact: exact, attainable: row.kept ?? row.full)
    }
    return Mark(
      exact: exact, attainable: sum(node.leaves.filter { counts($0, own) }.compactMap { own[$0.id]?.full }))
  }

  /// Leaves whose full marks count for a subject: they have a mark, or count as none.
  private func counts(_ leaf: Indicator, _ own: [String: Row]) -> Bool {
    switch own[leaf.id].flatMap({ MarkState(rawValue: $0.state) }) {
    case .mark?: true
    case .missing?: (leaf.leaf?.missing ?? rubric?.missing) == .zero
    default: false
    }
  }

  private func sum(_ numbers: [Fraction]) -> Fraction { numbers.reduce(.zero, +) }

  /// What a subject lost altogether: the sum over the first level, each part by its weight.
  func lost(of unit: String, _ rubric: Rubric) -> Fraction {
    sum(
      rubric.indicators.filter { !$0.isExtra }.compactMap { indicator in
        guard let lost = mark(indicator.id, of: unit)?.lost, let weight = indicator.weight else {
          return mark(indicator.id, of: unit)?.lost
        }
        return (lost * weight * rubric.full).divided(by: indicator.full)
      })
  }

  /// What the whole of a subject comes to: marks and attainable marks of what counts, marks beyond the full ones, and
  /// what is left out. Nil where the parts are weighted or scaled one by one: then no such sentence is true.
  func whole(of unit: String) -> Whole? {
    guard let rubric, rubric.notApplicable == .total, rubric.all.allSatisfy({ $0.weight == nil }),
      let own = rows[unit]
    else { return nil }
    let counted = rubric.leaves.filter { !$0.full.isZero && $0.leaf?.rule.isVeto != true }
    let held = counted.filter { counts($0, own) }
    let extra = rubric.leaves.filter { $0.full.isZero && $0.leaf?.rule.isVeto != true }
    return Whole(
      exact: sum(held.compactMap { own[$0.id]?.exact ?? nil }),
      attainable: sum(held.compactMap { own[$0.id]?.full }),
      extra: sum(extra.compactMap { own[$0.id]?.exact ?? nil }),
      left: counted.filter { !counts($0, own) }.map(\.id), full: rubric.full)
  }

  struct Whole {
    var exact: Fraction
    var attainable: Fraction
    var extra: Fraction
    var left: [String]
    var full: Fraction

    /// How the total follows from the marks, where it is not simply their sum.
    var sentence: Diagnostic? {
      guard !left.isEmpty || !extra.isZero, !attainable.isZero else { return nil }
      let words = [
        "left": left.joined(separator: "、"), "leftEn": left.joined(separator: ", "),
        "attainable": attainable.shownText, "got": exact.shownText, "full": full.text,
        "marks": extra.shownText,
      ]
      func more(_ text: String) -> String {
        extra.isZero ? "" : text.replacing("{marks}", with: extra.shownText)
      }
      return Diagnostic(
        left.isEmpty ? AssessmentFaults.explainedExtra : AssessmentFaults.explainedScaling,
        words.merging([
          "extra": more(CommandWords.plusExtra.zh), "extraEn": more(CommandWords.plusExtra.en),
        ]) { $1 }, severity: .note)
    }
  }
}

extension Fraction {
  /// A decimal that has an end as it is, else to four places.
  var shownText: String { text.contains("/") ? decimal(places: 4)?.shortest ?? text : text }
}
