import KitModel
import KitWorkspace

/// The score sheets of all assessments as forms: one for each kind of evaluator, with one row for each subject and
/// indicator that it marks. What comes back goes into the assessment's `entry`.
public struct ScoreSheets: FormProvider {
  let assessments: [Assessment]

  public init(assessments: [Assessment]) { self.assessments = assessments }

  public func forms(for period: Period?, in context: any CommandContext) throws -> [Form] {
    guard let period, period.kind == .year else { return [] }
    var forms: [Form] = []
    for assessment in assessments {
      let shelf = RubricShelf(assessment, context)
      let rubric: Rubric
      do {
        guard let found = try shelf.rubricIfAny(of: period) else { continue }
        rubric = found
      } catch {
        // A rubric that does not add up takes its sheets away, not those of others.
        RubricFault.diagnostics(of: error).forEach(context.remark)
        continue
      }
      forms += rubric.evaluators.compactMap { evaluator in
        let leaves = SheetRows.leaves(of: evaluator, in: rubric)
        return leaves.isEmpty ? nil : form(assessment, rubric, evaluator, leaves, context)
      }
    }
    return forms
  }

  public func absence(of name: String, for period: Period, in context: any CommandContext) throws
    -> Diagnostic?
  {
    let wanted = NameKey(name).description
    guard period.kind == .year else { return nil }
    for assessment in assessments {
      let names = assessment.names.map { NameKey($0).description }
      guard names.contains(where: wanted.hasPrefix) else { continue }
      let shelf = RubricShelf(assessment, context)
      let years = shelf.years
      if years.isEmpty || years.contains(period.stored) { continue }
      return Diagnostic(
        SheetFaults.noRubricOfYear,
        assessment.words(period).merging([
          "form": name, "years": years.joined(separator: "、"), "yearsEn": years.joined(separator: ", "),
        ]) { $1 })
    }
    return nil
  }

  /// What the sheet of a kind of evaluator is called.
  static func label(of evaluator: Evaluator, _ assessment: Assessment) -> Label {
    Label(zh: assessment.label.zh + evaluator.label.zh, en: assessment.plugin + " " + evaluator.label.en)
  }

  private func form(
    _ assessment: Assessment, _ rubric: Rubric, _ evaluator: Evaluator, _ leaves: [Indicator],
    _ context: any CommandContext
  ) -> Form {
    let label = Self.label(of: evaluator, assessment)
    let fields = SheetFields(assessment: assessment, rubric: rubric, evaluator: evaluator, leaves: leaves)
    let declaration = FormDeclaration(
      plugin: assessment.plugin, id: "sheet_" + evaluator.id, label: label, meaning: rubric.label,
      period: .year,
      unit: evaluator.entity ?? assessment.declaration.subject,
      recipients: evaluator.pairs ?? rubric.subjects.pipeline,
      contact: evaluator.contact.first, phone: evaluator.contact.dropFirst().first,
      days: evaluator.deadlineDays,
      title: rubric.label.text(context.language) + "（" + evaluator.label.text(context.language) + "）",
      guide: [SheetWords.guide.text(context.language)], rows: .given(pipeline: ""), fields: fields.all,
      checks: fields.checks(context.language), file: rubric.file)
    let rows = SheetRows(
      assessment: assessment, rubric: rubric, evaluator: evaluator, leaves: leaves, context: context)
    let target = FormTarget(
      entity: assessment.relation("entry"), unit: evaluator.isAnonymous ? nil : "by", period: "year",
      ordinal: evaluator.isAnonymous ? "by" : nil, constants: ["evaluator": .text(evaluator.id)])
    var form = Form(
      declaration, target: target, recipients: { _ in try SheetMaker(rows).recipients() },
      rows: { _, recipients in try SheetMaker(rows).values(recipients) })
    form.isAnonymous = evaluator.isAnonymous
    form.basis = rubric.code
    form.basisText = String(decoding: rubric.text, as: UTF8.self)
    form.closed = {
      try ClosedYears.stage(of: rubric.year, assessment, rows.context).map { stage in
        Diagnostic(
          SheetFaults.yearDecided,
          assessment.words(rubric.year).merging([
            "form": label.zh, "formEn": label.en, "state": stage.rawValue, "stateEn": stage.label.en,
          ]) { $1 })
      }
    }
    form.standing = { try SheetMaker(rows).outdated.remarks(of: evaluator, tellsSent: true) }
    return form
  }
}
