import PluginAPI

/// The procedures in force: the workspace's own `procedures.yaml`, else the plugin's.
struct Procedures {
  /// The rows of `person` from which inspectors are drawn, as a pipeline.
  let pool: String
  /// Where they are written, as messages call it.
  let file: String
  private let byKind: [String: Procedure]

  init(pool: String, _ procedures: [Procedure], file: String) {
    self.pool = pool
    self.file = file
    byKind = Dictionary(procedures.map { ($0.kind, $0) }) { first, _ in first }
  }

  init(_ context: any CommandContext) throws {
    guard let file = context.file(["procedures.yaml"], of: "district") else {
      throw Diagnostic(ProcedureFaults.missing)
    }
    let inspection = context.workspace?.entities.first { $0.fullName == "district.inspection" }
    var kinds: [String] = []
    if case .choice(let choices) = inspection?.fields.first(where: { $0.id == "kind" })?.type {
      kinds = choices
    }
    self = try ProcedureReader.read(file.bytes, file: file.shown, kinds: kinds)
  }

  /// That of an inspection; every kind has one.
  func procedure(of inspection: Inspection) throws -> Procedure {
    guard let procedure = byKind[inspection.kind] else {
      throw Diagnostic(ProcedureFaults.kindMissing, ["kind": inspection.kind])
    }
    return procedure
  }
}
