import KitModel

/// Makes marks of one leaf for all subjects.
///
/// A class, since it is handed on for each subject: a copy would count the references of rubric and input one by one.
final class LeafScorer {
  let rubric: Rubric
  let indicator: Indicator
  let leaf: Indicator.Leaf
  let input: ScoringInput
  /// What concerns this leaf, looked up once for all subjects.
  private let applies: [Bool?]?
  private let figures: [Figure]
  private let evaluators: EvaluatorMarks
  private let hasExemptions: Bool
  private let hasAdjustments: Bool

  init(rubric: Rubric, indicator: Indicator, leaf: Indicator.Leaf, input: ScoringInput) {
    self.rubric = rubric
    self.indicator = indicator
    self.leaf = leaf
    self.input = input
    applies = input.applies[indicator.id]
    figures = input.figures[indicator.id] ?? []
    evaluators = EvaluatorMarks(indicator, rubric, input.entries[indicator.id] ?? [:])
    hasExemptions = input.exemptions.keys.contains { $0.indicator == indicator.id }
    hasAdjustments = input.adjustments.keys.contains { $0.indicator == indicator.id }
  }

  /// One outcome for each subject.
  func outcomes() -> [LeafOutcome] {
    var outcomes = input.subjects.indices.map(first)
    switch leaf.rule {
    case .thresholdElseRank, .rank, .proportion:
      RankedMarks(rule: leaf.rule, full: indicator.full, subjects: input.subjects).fill(&outcomes)
    default: break
    }
    if leaf.rule.isVeto { return outcomes }
    let policy = leaf.missing ?? rubric.missing
    for subject in outcomes.indices {
      adjust(&outcomes[subject], subject)
      guard outcomes[subject].state == .missing, policy != .refuse else { continue }
      let message = policy == .zero ? ScoringMessages.missingIsZero : ScoringMessages.missingIsExcluded
      outcomes[subject].remarks.append(Remark(message))
    }
    return outcomes
  }

  /// What can be said of a subject without looking at others; a figure that waits for its rank has no mark yet.
  private func first(_ subject: Int) -> LeafOutcome {
    if hasExemptions, let reason = input.exemptions[.init(indicator.id, subject)] {
      return .notApplicable(Remark(ScoringMessages.exempted, ["reason": reason]))
    }
    if let applies {
      guard let answer = applies[subject] else {
        return .missing(Remark(ScoringMessages.conditionEmpty, ["condition": leaf.applies ?? ""]))
      }
      if !answer { return .notApplicable(Remark(ScoringMessages.conditionNotMet)) }
    }
    switch leaf.rule {
    case .points(let steps): return points(subject, steps)
    case .evaluators(let shares): return evaluators.weighted(shares, subject)
    case .shares(let shares): return evaluators.shared(shares, subject)
    case .veto:
      return .mark(.zero, of: input.vetoes[.init(indicator.id, subject)] == nil ? .zero : .one)
    default: return outcome(of: figure(subject))
    }
  }

  private func points(_ subject: Int, _ steps: [Fraction]) -> LeafOutcome {
    guard case .marks(let evaluator?) = leaf.measure else { return outcome(of: figure(subject)) }
    switch evaluators.combined(evaluator, subject) {
    case .mark(let mark, let remarks):
      if !steps.isEmpty, !steps.contains(mark) {
        return .refused(
          Remark(
            ScoringMessages.noStep,
            ["mark": mark.text, "steps": steps.map(\.text).joined(separator: "、")]), figure: mark)
      }
      return .mark(mark, of: mark, remarks)
    case .tooFew(let remark): return .missing(remark)
    case .refused(let remark): return .refused(remark)
    }
  }

  private func figure(_ subject: Int) -> Figure {
    if case .figure(let evaluator, let isRatio, _) = leaf.measure {
      return evaluators.figure(evaluator, subject, isRatio: isRatio)
    }
    return subject < figures.count ? figures[subject] : .missing(Remark(ScoringMessages.noRow))
  }

  private func outcome(of figure: Figure) -> LeafOutcome {
    var outcome = marked(figure)
    if case .ratio(_, let lower) = figure { outcome.base = lower }
    return outcome
  }

  private func marked(_ figure: Figure) -> LeafOutcome {
    switch figure {
    case .missing(let remark): return .missing(remark)
    case .notApplicable(let remark): return .notApplicable(remark)
    case .refused(let remark): return .refused(remark)
    case .number, .ratio, .events: break
    }
    guard let value = figure.value else { return .missing(Remark(ScoringMessages.noRow)) }
    switch leaf.rule {
    case .ratio(let target, let direction):
      return .mark(indicator.full * ratio(value, target, direction), of: value)
    case .bands(let bands, let otherwise, let direction):
      let band = bands.first { direction.reaches(value, $0.line) }
      return .mark(band?.marks ?? otherwise, of: value)
    case .threshold(let target, let direction, let otherwise):
      return .mark(direction.reaches(value, target) ? indicator.full : otherwise, of: value)
    case .deduction(let each, let floor):
      let left = indicator.full - figure.sum(each: each)
      let end = left < floor ? [Remark(ScoringMessages.floorReached, ["floor": floor.text])] : []
      return .mark(max(left, floor), of: value, figure.repetitions + end)
    case .bonus(let each, let cap):
      let brought = figure.sum(each: each)
      let end = brought > cap ? [Remark(ScoringMessages.capReached, ["cap": cap.text])] : []
      return .mark(min(brought, cap), of: value, figure.repetitions + end)
    case .thresholdElseRank, .rank, .proportion:
      return LeafOutcome(state: .mark, mark: nil, figure: value, base: nil, remarks: [])
    case .points(let steps):
      // Marks that a pipeline gives are held to the same bounds as entered ones.
      if let fault = indicator.fault(ofMark: value) { return .refused(fault, figure: value) }
      if !steps.isEmpty, !steps.contains(value) {
        return .refused(
          Remark(
            ScoringMessages.noStep,
            ["mark": value.text, "steps": steps.map(\.text).joined(separator: "、")]), figure: value)
      }
      return .mark(value, of: value)
    case .veto, .evaluators, .shares: return .mark(.zero)
    }
  }

  /// The part of the full marks, between 0 and 1.
  private func ratio(_ value: Fraction, _ target: Fraction, _ direction: Rule.Direction) -> Fraction {
    if direction.reaches(value, target) { return .one }
    // Less is better and there is more than the target: the value is above it, and so not zero.
    let part = direction == .higher ? value.divided(by: target) : target.divided(by: value)
    return max(.zero, min(.one, part ?? .zero))
  }

  /// An objection that was upheld stands in the place of whatever the leaf gave.
  private func adjust(_ outcome: inout LeafOutcome, _ subject: Int) {
    guard hasAdjustments, let adjustment = input.adjustments[ScoringInput.Cell(indicator.id, subject)] else {
      return
    }
    let before = outcome.mark?.text ?? "—"
    outcome.state = .mark
    outcome.mark = adjustment.mark
    outcome.remarks.append(
      Remark(
        ScoringMessages.adjusted,
        ["before": before, "after": adjustment.mark.text, "objection": adjustment.objection]))
  }
}

extension Indicator {
  /// Why a mark cannot stand: below zero or above full.
  func fault(ofMark mark: Fraction) -> Remark? {
    if mark.isNegative { return Remark(ScoringMessages.belowZero, ["mark": mark.text]) }
    if mark > full {
      return Remark(ScoringMessages.aboveFull, ["mark": mark.text, "full": full.text])
    }
    return nil
  }
}

extension Rule {
  var isVeto: Bool { if case .veto = self { true } else { false } }
}

extension Figure {
  /// What events or units come to.
  func sum(each: Fraction) -> Fraction {
    guard case .events(let events) = self else { return (value ?? .zero) * each }
    return events.reduce(.zero) { $0 + ($1.marks ?? each) }
  }

  /// Events that are listed several times.
  var repetitions: [Remark] {
    guard case .events(let events) = self else { return [] }
    return events.filter { $0.times > 1 }.map { event in
      Remark(ScoringMessages.eventTwice, ["event": event.id, "count": "\(event.times)"])
    }
  }
}
