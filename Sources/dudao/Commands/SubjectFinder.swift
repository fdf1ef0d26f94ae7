import KitFormats
import KitModel
import PluginAPI

/// A row that has a card.
struct Subject {
  var entity: EntityDeclaration
  var key: Value
  var name: String
  var columns: [Column]
  var values: [Value]
}

/// Finds the row that a person means by a code, a name, a short or a former name.
struct SubjectFinder {
  var book: EntityBook
  var context: any CommandContext

  /// The row of the most specific entity (a school rather than a unit). Throws what to do when none or several fit.
  /// - Parameter target: The full name of the entity that is referred to: rows of others are not meant.
  func find(_ wanted: String, in target: String? = nil, at span: SourceSpan?) throws -> Subject {
    var found: [Subject] = []
    let roots = book.cardSubjects.filter { $0.extends == nil }
    let root = target.flatMap { self.root(of: $0) }
    let meant = roots.filter { $0.fullName == root }
    for root in meant.isEmpty ? roots : meant {
      found += try rows(of: root, matching: wanted)
    }
    // A code or a present name goes before a former name that another unit once had.
    let exact = found.filter { subject in
      subject.name == wanted || subject.key == .text(wanted)
    }
    if !exact.isEmpty { found = exact }
    guard let first = found.first else { throw try unknown(wanted, span) }
    if found.count > 1 { throw several(wanted, found, span) }
    return try specific(first)
  }

  /// What an entity extends in the end; itself where it extends none.
  private func root(of name: String) -> String? {
    var entity = book.entities.first { $0.fullName == name }
    while let parent = entity?.extends { entity = book.entities.first { $0.fullName == parent } }
    return entity?.fullName
  }

  private func rows(of entity: EntityDeclaration, matching wanted: String) throws -> [Subject] {
    let fields = book.matchFields(entity).filter { $0.type.isTextual }
    let conditions = fields.map { field in
      quoted(field.id) + (field.holdsMany ? " contains " : " == ") + "$wanted"
    }
    guard !conditions.isEmpty else { return [] }
    let table = try context.query(
      "\(quotedPath(entity)) | where \(conditions.joined(separator: " or "))",
      variables: ["wanted": .text(wanted)])
    return table.rows.compactMap { row in
      let subject = subject(entity, table.columns, row.values)
      // A text of several names was searched for a part; the part must be one of the names.
      let isMeant = zip(table.columns, row.values).contains { column, value in
        guard let field = fields.first(where: { $0.id == column.id }), case .text(let text) = value else {
          return false
        }
        return field.holdsMany
          ? text.split { "、；;，,".contains($0) }.contains { NameKey($0) == NameKey(wanted) }
          : NameKey(text) == NameKey(wanted)
      }
      return isMeant ? subject : nil
    }
  }

  private func subject(_ entity: EntityDeclaration, _ columns: [Column], _ values: [Value]) -> Subject? {
    func value(_ id: String?) -> Value? {
      columns.firstIndex { $0.id == id }.flatMap { $0 < values.count ? values[$0] : nil }
    }
    guard let key = value(book.key(entity).first?.id) else { return nil }
    let name = value(book.nameField(entity)).map {
      ValueFormatter(language: context.language).text($0, type: .text)
    }
    return Subject(entity: entity, key: key, name: name ?? "", columns: columns, values: values)
  }

  /// The same row with the columns of the entity that extends furthest.
  private func specific(_ subject: Subject) throws -> Subject {
    for entity in book.entities where entity.extends == subject.entity.fullName {
      guard let key = book.key(entity).first else { continue }
      let table = try context.query(
        "\(quotedPath(entity)) | where \(quoted(key.id)) == $key", variables: ["key": subject.key])
      if let row = table.rows.first, let found = self.subject(entity, table.columns, row.values) {
        return try specific(found)
      }
    }
    return subject
  }

  private func several(_ wanted: String, _ found: [Subject], _ span: SourceSpan?) -> Diagnostic {
    let formatter = ValueFormatter(language: context.language)
    let keys = found.map { formatter.text($0.key, type: .text) }
    let list = zip(keys, found).map { $0 + " " + $1.name }.joined(
      separator: context.language == .zh ? "、" : ", ")
    return Diagnostic(
      CardMessages.several,
      ["name": wanted, "count": String(found.count), "list": list, "first": keys.first ?? ""], at: span,
      fixes: span.map { span in keys.map { Diagnostic.Fix(span, $0) } } ?? [])
  }

  private func unknown(_ wanted: String, _ span: SourceSpan?) throws -> Diagnostic {
    let names = try book.cardSubjects.filter { $0.extends == nil }.flatMap { entity -> [String] in
      guard let field = book.nameField(entity) else { return [] }
      let table = try context.query("\(quotedPath(entity)) | select \(quoted(field))")
      return table.rows.compactMap { row in
        guard case .text(let text) = row.values.first else { return nil }
        return text
      }
    }
    let near = Nearness.suggestions(for: wanted, among: names)
    let key = NameKey(wanted).description
    let holding = key.count < 2 ? [] : names.filter { NameKey($0).description.contains(key) }
    let message =
      if !near.isEmpty {
        CardMessages.unknownNear
      } else {
        holding.isEmpty ? CardMessages.unknown : CardMessages.unknownPart
      }
    let separator = context.language == .zh ? "、" : ", "
    let more = holding.count > Self.shownNames ? " …" : ""
    let offered = near.isEmpty && holding.count == 1 ? holding : near
    return Diagnostic(
      message,
      [
        "name": wanted, "near": near.joined(separator: separator), "count": String(holding.count),
        "list": holding.prefix(Self.shownNames).joined(separator: separator) + more,
      ], at: span, fixes: span.map { span in offered.map { Diagnostic.Fix(span, $0) } } ?? [])
  }

  /// Of the names that hold the text, so many are said.
  private static let shownNames = 8
}
