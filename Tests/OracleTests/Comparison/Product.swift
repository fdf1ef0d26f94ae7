import KitLanguage
import KitModel
import KitQuery

/// The engine of the workbench, asked as the workbench asks it: the text is parsed, compiled and run over a store.
struct Product {
  /// A failure that tells of no mistake in text or data: the engine broke.
  struct EngineFault: Error, CustomStringConvertible {
    let description: String
  }

  private let sample: SampleStore
  private let compiler: QueryCompiler

  init(_ world: World) throws {
    let sample = try SampleStore(world)
    self.sample = sample
    compiler = QueryCompiler(
      catalog: Catalog(entities: world.entities, tables: try sample.store.tables()),
      environment: QueryEnvironment(
        today: world.today, calendar: world.calendar, language: world.language),
      scope: QueryScope(variables: world.variables.mapValues(Self.variable)),
      runner: { try sample.store.table(of: $0).rows })
  }

  /// What the workbench answers to a text, or the code of its refusal.
  func outcome(of text: String) throws -> Outcome {
    do {
      return .answer(Answer(try sample.store.table(of: query(text))))
    } catch let several as Diagnostics {
      return try refusal(several.all)
    } catch let one as Diagnostic {
      return try refusal([one])
    } catch let fault as EngineFault {
      throw fault
    } catch {
      throw EngineFault(description: "\(error)")
    }
  }

  private func query(_ text: String) throws -> CompiledQuery {
    let script = try Parser.parse(text).get()
    guard script.statements.count == 1, case .value(let value)? = script.statements.first?.kind else {
      throw EngineFault(description: "not one value")
    }
    let compiled = try compiler.compile(value)
    // The rows behind an effect at the end are the ones that it was given.
    switch compiled.result {
    case .rows(let query), .value(let query): return query
    case .none:
      guard case .pipeline(let pipeline) = value else { throw EngineFault(description: "no pipeline") }
      let end = pipeline.stages.lastIndex { !$0.isCheck }.map { $0 + 1 } ?? 0
      let stages = Array(pipeline.stages[..<end])
      let rest = Pipeline(source: pipeline.source, stages: stages, span: pipeline.span)
      guard case .rows(let query) = try compiler.compile(rest).result else {
        throw EngineFault(description: "ends in an effect")
      }
      return query
    }
  }

  private func refusal(_ diagnostics: [Diagnostic]) throws -> Outcome {
    let broken = diagnostics.filter { Self.internalCodes.contains($0.message.id) }
    if let fault = broken.first {
      throw EngineFault(description: fault.message.text(.en, fault.arguments))
    }
    return .refusal(diagnostics.map(\.message.id).joined(separator: ", "))
  }

  /// Nothing that is typed may lead to these.
  private static let internalCodes: Set = ["store.engine", "store.input-output", "query.lookup-failed"]

  private static func variable(_ variable: World.Variable) -> QueryScope.Variable {
    switch variable {
    case .value(let value, let type): .value(value, type)
    case .query(let pipeline): .query(pipeline, commands: [:])
    }
  }
}

extension Stage {
  fileprivate var isCheck: Bool { if case .check = kind { true } else { false } }
}
