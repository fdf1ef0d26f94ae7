import KitLanguage
import KitModel

/// Pipelines that got names and were found right: what is built on them is checked from there on, in every place that
/// names them, so that a chain of names costs as much as its length.
public struct CheckedNames {
  fileprivate(set) var rows: [NameKey: Rows] = [:]
  /// All of them are compiled on from one another, so that no two parts, aliases or columns are called the same.
  fileprivate var progress: Compiler.Progress?

  public init() {}
}

extension QueryCompiler {
  /// Checks a pipeline that gets a name; its faults are thrown, and nothing is kept of it then.
  ///
  /// - Parameter known: What was checked before with the same relations, and from now on this pipeline; but for one
  ///   with effects, which nothing can be built on.
  public func check(_ pipeline: Pipeline, named name: NameKey, known: inout CheckedNames) throws {
    let pipeline = pipeline.unfolded
    guard !pipeline.stages.contains(where: \.kind.isEffect) else {
      _ = try compile(pipeline)
      known.rows[name] = nil
      return
    }
    let before = known
    (known.rows[name], known.progress) = try finishing(
      NameReading(pipeline), known: before
    ) { compiler in
      compiler.checked(pipeline).map { ($0, compiler.progress) }
    }
  }
}

extension Compiler {
  /// Sees names that were checked before; nothing may have been made yet.
  func goOn(from known: CheckedNames) {
    checkedRows = known.rows
    if let progress = known.progress { goOn(from: progress) }
  }

  fileprivate func checked(_ pipeline: Pipeline) -> Rows? {
    let outer = countsPassed
    countsPassed = false
    defer { countsPassed = outer }
    guard var rows = start(of: pipeline.source) else { return nil }
    for (place, stage) in pipeline.stages.enumerated() {
      apply(stage, to: &rows, before: Array(pipeline.stages[..<place]), source: pipeline.source)
    }
    return rows
  }

  /// A name at the beginning is gone on from as it stands: its SELECT is still open, as when it is put in.
  private func start(of source: Source) -> Rows? {
    guard case .relation(let relation) = source, case .path(let path) = relation.kind,
      scope.commands[path.span] == nil
    else { return rows(of: source) }
    guard let named = self.relation(named: path) else { return nil }
    if case .query(_, _, let name) = named, let checked = checkedRows[NameKey(name)] { return checked }
    return rows(of: named, at: path.span)
  }
}
