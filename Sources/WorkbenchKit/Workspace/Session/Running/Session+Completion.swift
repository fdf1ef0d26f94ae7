import KitLanguage
import KitModel
import KitQuery

/// What completion asks while a statement is being typed. Nothing here reports: what cannot be known is empty.
extension Session {
  /// The columns alive behind the stages; a nil source is the last table that was shown. A command is not run
  /// for this, so its columns are unknown.
  public func columns(of source: Source?, _ stages: [Stage]) -> [Column] {
    guard let source else {
      guard let last else { return [] }
      return stages.isEmpty ? last.columns : columns(of: Self.lastSource, stages)
    }
    if case .command = source { return [] }
    let span = SourceSpan(0, 0)
    let pipeline = Pipeline(source: source, stages: stages, span: span)
    guard let scope = try? scope(for: [.pipeline(pipeline)]), let compiler = try? compiler(scope, runner: nil)
    else {
      return []
    }
    return compiler.columns(of: pipeline)
  }

  /// The rows behind the stages; empty when they cannot be had or running them would do something.
  public func quietRows(of source: Source?, _ stages: [Stage]) -> [Table.Row] {
    let pipeline = Pipeline(source: source ?? Self.lastSource, stages: stages, span: SourceSpan(0, 0))
    if case .command = pipeline.source { return [] }
    return (try? rows(of: .pipeline(pipeline)).rows) ?? []
  }

  private static var lastSource: Source {
    let span = SourceSpan(0, 0)
    return .relation(Relation(.path(Path([Name(lastName, span: span)], span: span)), span: span))
  }
}
