import KitModel
import KitWorkspace

/// The columns of a score sheet, and what is checked in it.
struct SheetFields {
  let assessment: Assessment
  let rubric: Rubric
  let evaluator: Evaluator
  let leaves: [Indicator]

  private var number: DataType { .decimal(precision: 18, scale: AssessmentEntities.enteredPlaces) }
  private var hasBase: Bool { leaves.contains { $0.takesBase(of: evaluator.id) } }
  private var hasUnits: Bool { leaves.contains { $0.unitOfFigure != nil } }
  private var asksReasons: Bool { leaves.contains { $0.reasonLimit(of: evaluator.id) != nil } }

  /// Key and shown columns first, then what is entered.
  var all: [FormField] {
    func shown(_ id: String, _ label: Label, _ type: DataType = .text) -> FormField {
      FormField(FieldDeclaration(id: id, label: label, type: type), isShown: true)
    }
    var fields = [
      FormField(
        FieldDeclaration(id: "unit", label: LifeWords.unit, type: .reference(assessment.declaration.subject)),
        isKey: true),
      FormField(FieldDeclaration(id: "indicator", label: CommandWords.indicator, type: .text), isKey: true),
      shown("name", CommandWords.indicatorName), shown("standard", CommandWords.standard),
      shown("full", CommandWords.full, number),
    ]
    if hasUnits { fields.append(shown("measured_in", SheetWords.unitOfFigure)) }
    if evaluator.shows != nil { fields.append(shown("other", otherLabel, number)) }
    if asksReasons { fields.append(shown("gap", SheetWords.gap, number)) }
    var value = FieldDeclaration(id: "value", label: SheetWords.value, type: number)
    value.isRequired = !evaluator.isAnonymous
    value.minimum = .decimal(ExactDecimal(units: 0, scale: 0))
    fields.append(FormField(value, limit: "full"))
    if hasBase {
      var base = FieldDeclaration(id: "base", label: SheetWords.base, type: number)
      base.minimum = .decimal(ExactDecimal(units: 0, scale: 0))
      fields.append(FormField(base))
    }
    fields.append(FormField(FieldDeclaration(id: "reason", label: SheetWords.reason, type: .text)))
    if evaluator.isSigned {
      var assessor = FieldDeclaration(id: "assessor", label: SheetWords.assessor, type: .text)
      assessor.isRequired = true
      fields.append(FormField(assessor))
    }
    return fields
  }

  private var otherLabel: Label {
    evaluator.shows.flatMap { rubric.evaluator($0)?.label } ?? SheetWords.other
  }

  func checks(_ language: UILanguage) -> [FormCheck] { reasons(language) + steps(language) }

  /// Marks of which only some are allowed: what scoring would refuse is not taken in.
  private func steps(_ language: UILanguage) -> [FormCheck] {
    leaves.compactMap { indicator in
      guard indicator.takesMarks, let leaf = indicator.leaf, case .points(let steps) = leaf.rule,
        !steps.isEmpty
      else { return nil }
      let marks = steps.compactMap { $0.decimal?.description }
      guard marks.count == steps.count else { return nil }
      return FormCheck(
        "indicator != \"\(indicator.id)\" or value is null or value in (\(marks.joined(separator: ", ")))",
        message: SheetWords.stepsOnly.text(language).replacing("{indicator}", with: indicator.id)
          .replacing("{steps}", with: marks.joined(separator: language == .zh ? "、" : ", ")), isOfBasis: true)
    }
  }

  /// A reason where the mark lies far from the one shown.
  private func reasons(_ language: UILanguage) -> [FormCheck] {
    guard asksReasons, evaluator.shows != nil else { return [] }
    return [
      FormCheck(
        "gap is null or other is null or value is null or abs(value - other) <= gap or reason is not null",
        message: SheetWords.reasonWanted.text(language)
          .replacing("{other}", with: otherLabel.text(language))
          .replacing("{gap}", with: SheetWords.gap.text(language)))
    ]
  }
}

extension Indicator {
  /// Whether this kind of evaluator enters a figure with a denominator.
  func takesBase(of evaluator: String) -> Bool {
    if case .figure(evaluator, true, _)? = leaf?.measure { true } else { false }
  }

  var unitOfFigure: String? { if case .figure(_, _, let unit)? = leaf?.measure { unit } else { nil } }

  /// From which difference on a reason is asked for.
  func reasonLimit(of evaluator: String) -> Fraction? {
    guard case .shares(let shares)? = leaf?.rule, shares.verifiedEvaluator == evaluator else { return nil }
    return shares.reasonAbove
  }

  /// Whether this kind of evaluator enters something for it.
  func isEntered(by evaluator: String) -> Bool {
    switch leaf?.measure {
    case .figure(evaluator, _, _)?, .marks(evaluator?)?: true
    case .marks(nil)?: leaf?.rule.evaluatorIds.contains(evaluator) ?? false
    default: false
    }
  }

  /// What is entered is a mark, and so bounded by the full marks.
  var takesMarks: Bool { if case .marks? = leaf?.measure { true } else { false } }
}
