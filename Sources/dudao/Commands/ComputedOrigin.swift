import KitFormats
import KitLanguage
import KitModel
import PluginAPI

/// The stored rows that a computed figure is made of: a school's pupils stand in its yearly reports.
///
/// The column's own pipeline is asked, up to where it groups the rows.
struct ComputedOrigin {
  let book: EntityBook
  let context: any CommandContext

  /// A row that counts, and its field that is read.
  struct Part {
    var entity: EntityDeclaration
    var key: [Value]
    var columns: [Column]
    var values: [Value]
    var field: FieldDeclaration
    /// What tells the row from the others of its unit: `2024-2025学年 小学部`.
    var words: String
  }

  /// The parts of a computed column for the row with this key; none where its pipeline groups nothing.
  func parts(of field: FieldDeclaration, in computed: ComputedColumns, key: Value) throws -> [Part] {
    guard let reading = Reading(computed.pipeline, field: field.id), let entity = book.named(reading.entity),
      case .text = key.keyText
    else { return [] }
    let table = try context.query(
      "\(reading.rows) | where \(quoted(reading.subject)) == $wanted", variables: ["wanted": key.keyText])
    let fields = book.fields(entity).filter { reading.fields.contains($0.id) }
    let keys = book.key(entity)
    let formatter = ValueFormatter(language: context.language)
    return table.rows.flatMap { row -> [Part] in
      func place(_ id: String) -> Int? { table.columns.firstIndex { $0.id == id } }
      let key = keys.compactMap { place($0.id) }.map { row.values[$0].keyText }
      let words = keys.filter { $0.id != reading.subject }.compactMap { place($0.id) }
        .map { formatter.text(row.values[$0], of: table.columns[$0]) }
      return fields.map { field in
        Part(
          entity: entity, key: key, columns: table.columns, values: row.values, field: field,
          words: words.joined(separator: " "))
      }
    }
  }

  /// What the text of a computed column says.
  private struct Reading {
    var entity: String
    /// The pipeline before it groups.
    var rows: String
    /// The column by which it groups.
    var subject: String
    /// The columns from which the figure is made.
    var fields: Set<String>

    init?(_ text: String, field: String) {
      guard let script = try? Parser.parse(text).get(),
        case .value(.pipeline(let pipeline))? = script.statements.first?.kind,
        case .relation(let relation) = pipeline.source, case .path(let source) = relation.kind
      else { return nil }
      for stage in pipeline.stages {
        guard case .group(_, let keys, let aggregates) = stage.kind else { continue }
        guard case .path(let key)? = keys.first, let subject = key.single,
          let bind = aggregates.first(where: { $0.name.text == field })
        else { return nil }
        entity = source.names.map(\.text).joined(separator: ".")
        let before = String(decoding: Array(text.utf8)[..<stage.span.start], as: UTF8.self)
        rows = String(before.reversed().drop { $0 == " " || $0 == "|" }.reversed())
        self.subject = subject.text
        fields = Self.columns(of: bind.expression)
        return
      }
      return nil
    }

    private static func columns(of expression: Expression) -> Set<String> {
      switch expression.kind {
      case .path(let path): path.single.map { [$0.text] } ?? []
      case .call(let call): call.arguments.reduce(into: []) { $0.formUnion(columns(of: $1)) }
      case .binary(_, let left, let right): columns(of: left).union(columns(of: right))
      case .unary(_, let inner): columns(of: inner)
      default: []
      }
    }
  }
}

extension Value {
  /// The key of a row as text, whether it stands in the row itself or in a reference to it.
  fileprivate var keyText: Value {
    if case .reference(let reference) = self { return .text(reference.key) }
    return self
  }
}
