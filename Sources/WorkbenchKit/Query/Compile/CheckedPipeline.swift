import KitLanguage
import KitModel

/// A pipeline that got a name and was found right, as far as it was compiled for that: what is built on it is checked
/// from here on, so that a chain of names costs as much as its length.
public struct CheckedPipeline {
  let rows: Rows
  let progress: Compiler.Progress
}

extension QueryCompiler {
  /// Checks a pipeline that gets a name; its faults are thrown.
  ///
  /// - Parameter known: What was checked before, by the names in scope; it must have been checked with the same
  ///   relations.
  /// - Returns: nil for pipelines with effects, which nothing can be built on.
  public func check(_ pipeline: Pipeline, known: [NameKey: CheckedPipeline]) throws -> CheckedPipeline? {
    let pipeline = pipeline.unfolded
    guard !pipeline.stages.contains(where: \.kind.isEffect) else {
      _ = try compile(pipeline)
      return nil
    }
    return try finishing { compiler in compiler.checked(pipeline, known: known) }
  }
}

extension Compiler {
  fileprivate func checked(_ pipeline: Pipeline, known: [NameKey: CheckedPipeline]) -> CheckedPipeline? {
    let outer = countsPassed
    countsPassed = false
    defer { countsPassed = outer }
    guard var rows = start(of: pipeline.source, known: known) else { return nil }
    for (place, stage) in pipeline.stages.enumerated() {
      apply(stage, to: &rows, before: Array(pipeline.stages[..<place]), source: pipeline.source)
    }
    return CheckedPipeline(rows: rows, progress: progress)
  }

  private func start(of source: Source, known: [NameKey: CheckedPipeline]) -> Rows? {
    guard case .relation(let relation) = source, case .path(let path) = relation.kind,
      scope.commands[path.span] == nil
    else { return rows(of: source) }
    guard let named = self.relation(named: path) else { return nil }
    if case .query(_, _, let name) = named, let checked = known[NameKey(name)] {
      goOn(from: checked.progress)
      return checked.rows
    }
    return rows(of: named, at: path.span)
  }
}
