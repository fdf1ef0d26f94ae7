import KitModel
import KitStore
import KitWorkspace

/// The rubric by which a year was scored, as it was then: its file may be edited or taken away afterwards, and what was
/// decided must not follow it. Its text is kept with the data under its code, which is its digest.
enum KeptRubric {
  /// Keeps what a rubric was read from; one that is kept already stays. Within the change that goes by it, so that there is
  /// no result without its rubric: the file may be another by now.
  static func keep(_ rubric: Rubric, in store: any Store) throws {
    try SheetBases.keep(String(decoding: rubric.text, as: UTF8.self), as: rubric.code, in: store)
  }

  /// The rubric with that code; nil: it was not kept.
  static func rubric(_ code: String, of assessment: Assessment, in store: any Store) throws -> Rubric? {
    guard let text = try SheetBases.text(of: code, in: store) else { return nil }
    let bytes = Array(text.utf8)
    // One that came with the plugin does not name it.
    let rubric =
      (try? RubricFile.read(bytes, plugin: assessment.plugin, file: code))
      ?? (try? RubricFile.read(bytes, plugin: nil, file: code))
    return rubric?.code == code ? rubric : nil
  }

  /// The rubric that a year was scored with. A file that says something else by now is told.
  static func scoredWith(
    _ state: AssessmentState, of year: Period, _ assessment: Assessment, _ context: any CommandContext,
    at span: SourceSpan?
  ) throws -> Rubric {
    let shelf = RubricShelf(assessment, context)
    let file = Result { try shelf.rubric(of: year, at: span) }
    if case .success(let rubric) = file, rubric.code == state.code { return rubric }
    guard let store = context.workspace?.store,
      var kept = try rubric(state.code, of: assessment, in: store)
    else {
      // Scored before texts were kept.
      let rubric = try file.get()
      context.remark(
        Diagnostic(
          AssessmentFaults.rubricChanged, ["before": state.code, "now": rubric.code], severity: .warning))
      return rubric
    }
    switch file {
    case .success(let rubric):
      kept.file = rubric.file
      context.remark(
        Diagnostic(
          AssessmentFaults.rubricKept, ["before": state.code, "now": rubric.code], severity: .warning))
    case .failure:
      context.remark(
        Diagnostic(AssessmentFaults.rubricKeptAlone, ["before": state.code], severity: .warning))
    }
    return kept
  }

  /// The rubric of another year, as it was scored with or as its file is; nil where there is none that can be read: that
  /// is told when that year is asked for.
  static func quietly(of year: Period, _ assessment: Assessment, _ context: any CommandContext) throws
    -> Rubric?
  {
    if let store = context.workspace?.store, let state = try AssessmentState(of: year, assessment, context),
      let kept = try rubric(state.code, of: assessment, in: store)
    {
      return kept
    }
    return try? RubricShelf(assessment, context).rubricIfAny(
      of: year)
  }
}
