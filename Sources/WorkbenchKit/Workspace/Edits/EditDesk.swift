import KitModel
import KitStore

/// Rows in a workbook to be changed there, and back: what the commands of changes work with.
public struct EditDesk {
  let context: any CommandContext
  let workspace: Workspace
  private let forms: FormDesk
  /// Rows that one workbook takes: more are not changed by hand.
  static let limit = 5000

  public init(_ context: any CommandContext) throws {
    forms = try FormDesk(context, FormBook())
    self.context = context
    workspace = forms.workspace
  }

  var language: UILanguage { context.language }

  var lookups: StoreLookups { StoreLookups(store: workspace.store, declarations: workspace.declarations) }

  func fields(of entity: EntityDeclaration) -> [FieldDeclaration] {
    workspace.declarations.lineage(of: entity).fields
  }

  /// The rows that references of these columns may point to.
  func references(of columns: [EditColumn]) throws -> [String: ReferenceIndex] {
    var known: [String: ReferenceIndex] = [:]
    var indexes: [String: ReferenceIndex] = [:]
    for column in columns {
      guard case .reference(let target)? = column.field?.type, let entity = workspace.declarations[target]
      else { continue }
      let index = try known[target] ?? lookups.references(to: entity)
      known[target] = index
      indexes[column.id] = index
    }
    return indexes
  }

  /// The rows of an entity as they are stored now, by key.
  func stored(
    _ fields: [FieldDeclaration], of entity: EntityDeclaration, keys: [[Value]]
  ) throws -> [[String]: [Value]] {
    guard !keys.isEmpty, !fields.isEmpty else { return [:] }
    let own = self.fields(of: entity)
    let keyColumns = entity.key.compactMap { id in own.first { $0.id == id } }.map {
      Column(id: $0.id, label: $0.label, type: $0.type)
    }
    let wanted = Table(columns: keyColumns, rows: keys.map { Table.Row($0) })
    let wantedFields = fields.reduce(into: entity.key) { if !$0.contains($1.id) { $0.append($1.id) } }
    func list(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: ", ") }
    let table = try forms.query(
      "\(Self.path(entity)) | semi edited on \(list(entity.key)) | select "
        + list(wantedFields),
      over: wanted, named: "edited")
    let places = fields.map { field in table.columns.firstIndex { $0.id == field.id } ?? 0 }
    return table.rows.reduce(into: [:]) { all, row in
      all[Self.key(Array(row.values.prefix(entity.key.count)))] = places.map { row.values[$0] }
    }
  }

  /// A key as rows are looked up by it.
  static func key(_ values: [Value]) -> [String] { values.map(FormSheet.written) }

  static func path(_ entity: EntityDeclaration) -> String { "`\(entity.plugin)`.`\(entity.id)`" }
}
