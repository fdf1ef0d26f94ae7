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

  /// The texts of the first column behind the stages, in no order; empty when they cannot be had, or when running
  /// them would do something. At most `limit` of them.
  public func quietTexts(of source: Source?, _ stages: [Stage], limit: Int) -> [String] {
    let pipeline = Pipeline(source: source ?? Self.lastSource, stages: stages, span: SourceSpan(0, 0))
    if case .command = pipeline.source { return [] }
    var texts: [String] = []
    do {
      let query = try compiler(try scope(for: [.pipeline(pipeline)]), runner: nil).stored(pipeline)
      _ = try openStore().forEachRow(of: query) { row in
        if case .text(let text)? = row.values.first { texts.append(text) }
        return texts.count < limit ? .next : .stop
      }
    } catch {
      return []
    }
    return texts
  }

  /// What a script takes, as options of `run`; nothing where it cannot be read.
  public func parameters(ofScript text: String) -> [CommandParameter] {
    guard let catalog = try? catalog(), let outline = ScriptOutline(text, catalog: catalog) else { return [] }
    return outline.parameters.map { parameter in
      .option(
        parameter.name, Label(zh: parameter.name, en: parameter.name), .value(parameter.type),
        help: Label(zh: parameter.help, en: parameter.help))
    }
  }

  private static var lastSource: Source {
    let span = SourceSpan(0, 0)
    return .relation(Relation(.path(Path([Name(lastName, span: span)], span: span)), span: span))
  }
}
