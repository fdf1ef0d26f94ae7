import KitModel
import KitWorkspace

/// Whether all that a rubric asks of the workspace can be asked: names in its pipelines and conditions, columns of
/// measures, the indicators of the other year in its crosswalk. Everything is told in one go, each at its line.
struct RubricQueries {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext

  func faults() throws -> [Diagnostic] {
    var faults = try subjects()
    for evaluator in rubric.evaluators {
      guard let pairs = evaluator.pairs else { continue }
      faults += try tried(pairs, nil, line: evaluator.line)
    }
    for indicator in rubric.leaves {
      guard indicator.leaf?.measure.pipelineText != nil else { continue }
      faults += try told {
        try MeasureRunner(rubric: rubric, indicator: indicator, context: context)?.check()
      }
    }
    return faults + (try crosswalk())
  }

  /// The pipeline of the subjects, and each condition over its columns.
  private func subjects() throws -> [Diagnostic] {
    let pipeline = rubric.subjects.pipeline
    let faults = try tried(pipeline, nil, line: rubric.subjects.line)
    // Without subjects no condition can be tried.
    guard faults.isEmpty else { return faults }
    return try rubric.leaves.flatMap { indicator -> [Diagnostic] in
      guard let condition = indicator.leaf?.applies else { return [] }
      return try tried("(\(pipeline)) | derive applies_0 = (\(condition))", indicator, line: nil)
    }
  }

  /// Indicators that the other year does not have.
  func crosswalk() throws -> [Diagnostic] {
    guard let crosswalk = rubric.crosswalk else { return [] }
    guard let other = try KeptRubric.quietly(of: crosswalk.from, assessment, context) else { return [] }
    let known = Set(other.all.map(\.id))
    return crosswalk.pairs.flatMap { pair in
      pair.before.filter { !known.contains($0) }.map { id in
        Diagnostic(
          DeclarationFaults.noSuchIndicatorBefore,
          ["id": id, "year": crosswalk.from.stored, "ids": other.all.map(\.id).joined(separator: "、")],
          in: Location(file: rubric.file, row: pair.line))
      }
    }
  }

  private func tried(_ pipeline: String, _ indicator: Indicator?, line: Int?) throws -> [Diagnostic] {
    try told {
      do {
        _ = try context.query("(\(pipeline)) | take 0", variables: InputGatherer.offered(rubric))
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        throw Diagnostics(RubricFault.located(error, rubric, indicator, line: line))
      }
    }
  }

  private func told(_ body: () throws -> Void) throws -> [Diagnostic] {
    do {
      try body()
      return []
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return RubricFault.diagnostics(of: error)
    }
  }
}
