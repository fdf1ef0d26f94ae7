import KitLanguage
import KitModel
import KitQuery

/// `for`, `if` and the blocks that belong to them.
extension Session {
  /// The rows are read once, before the block runs for the first of them: what the block changes does not change what
  /// it goes through.
  func runFor(_ name: Name, _ source: ValueSyntax, _ block: Script) throws {
    try UsageFault.of { try checkNewName(name) }
    if case .expression = source, try asPipeline(source, scope(for: [source])) == nil {
      throw UsageFault(diagnostics: [Diagnostic(ScriptMessages.forWantsRows, at: source.span)])
    }
    let table = try rows(of: source)
    report(table.remarks)
    recorder?.carry()
    for row in table.rows {
      try cancellation.check()
      try inBlock {
        variables[name.key] = .row(table.columns, row.values)
        try run(block)
      }
    }
  }

  /// A condition that is empty is not true.
  func runIf(_ condition: Expression, _ block: Script, _ otherwise: Script?) throws {
    let scope = try scope(for: [.expression(condition)])
    let compiler = try compiler(scope, runner: nil)
    let query = try UsageFault.of { try compiler.compile(condition: condition) }
    let isTrue = try values(of: query).first?.value == .boolean(true)
    recorder?.carry()
    if isTrue {
      try inBlock { try run(block) }
    } else if let otherwise {
      try inBlock { try run(otherwise) }
    }
  }

  /// Names given in a block end with it.
  func inBlock(_ body: () throws -> Void) rethrows {
    let outer = variables
    defer {
      variables = outer
      checkedLets = CheckedNames()
    }
    try body()
  }
}
