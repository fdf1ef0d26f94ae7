import KitLanguage
import KitModel
import KitQuery

/// A text as the workbench takes it: parsed, compiled, run.
struct Compilation {
  let database: TestDatabase
  var environment = SmallDistrict.environment
  var scope = QueryScope()
  var catalog = SmallDistrict.catalog

  init() throws { database = try SmallDistrict.database() }

  var compiler: QueryCompiler {
    QueryCompiler(catalog: catalog, environment: environment, scope: scope) { query in
      try database.table(query).rows
    }
  }

  /// The last statement of a text compiled; `let` statements before it are put into the scope.
  func statement(_ text: String) throws -> CompiledStatement {
    var copy = self
    var result: CompiledStatement?
    for statement in try Parser.parse(text).get().statements {
      switch statement.kind {
      case .value(let value): result = try copy.compiler.compile(value)
      case .let(let name, .pipeline(let pipeline)):
        copy.scope.variables[name.key] = .query(pipeline, commands: [:])
      case .let(let name, let value):
        guard case .value(let query) = try copy.compiler.compile(value).result,
          let row = try copy.database.table(query).rows.first
        else { throw TestDatabase.Failure(description: "no value") }
        copy.scope.variables[name.key] = .value(row.values[0], query.columns[0].column.type)
      default: throw TestDatabase.Failure(description: "unexpected statement")
      }
    }
    guard let result else { throw TestDatabase.Failure(description: "nothing to compile") }
    return result
  }

  func query(_ text: String) throws -> CompiledQuery {
    switch try statement(text).result {
    case .rows(let query), .value(let query): return query
    case .none: throw TestDatabase.Failure(description: "ends in an effect")
    }
  }

  func table(_ text: String) throws -> Table { try database.table(query(text)) }

  /// The first value of the first row.
  func value(_ text: String) throws -> Value? { try table(text).rows.first?.values.first }

  /// Diagnostics of a text as they are shown, in Chinese.
  func failures(_ text: String) -> [Diagnostic] {
    do {
      _ = try database.table(query(text))
      return []
    } catch let several as Diagnostics {
      return several.all
    } catch let one as Diagnostic {
      return [one]
    } catch {
      return [Diagnostic(Message("test.failed", zh: "\(error)", en: "\(error)"))]
    }
  }
}

/// Tables as text in files, exact and easy to read: ids, then rows.
enum TableText {
  static func csv(_ table: Table) -> String {
    var lines = [table.columns.map { "\($0.id):\($0.type.short)" }.joined(separator: ",")]
    for row in table.rows {
      let mark = row.mark == .plain ? "" : row.mark == .subtotal ? "  # subtotal" : "  # total"
      lines.append(row.values.map(text).joined(separator: ",") + mark)
    }
    for remark in table.remarks {
      lines.append("# " + remark.message.text(.zh, remark.arguments))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .null: "∅"
    case .text(let text): text.contains(",") || text.isEmpty ? "\"\(text)\"" : text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number): number.description
    case .boolean(let flag): flag ? "true" : "false"
    case .date(let date): date.iso
    case .period(let period): period.label
    case .time(let time): time.text
    case .duration(let duration): "\(duration.count) \(duration.unit)"
    case .reference(let reference): reference.key + (reference.name.map { "=" + $0 } ?? "")
    }
  }
}

extension DataType {
  fileprivate var short: String {
    switch self {
    case .decimal(_, let scale): "decimal(\(scale))"
    case .percent(let scale): "percent(\(scale))"
    case .choice: "choice"
    case .reference(let target): "ref(\(target))"
    case .period(let kind): "period(\(kind?.rawValue ?? "any"))"
    default: "\(self)"
    }
  }
}
