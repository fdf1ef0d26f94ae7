import KitModel

/// The columns of a result, by the headings of a template that name them.
struct TemplateColumns {
  let columns: [Column]
  private let names: HeadingNames
  private let fields: [FieldDeclaration?]

  /// - Parameter entities: Whose fields lend a column of their id and label their aliases.
  init(_ columns: [Column], entities: [EntityDeclaration]) {
    self.columns = columns
    let all = entities.flatMap(\.fields)
    var byLabel: [String: [FieldDeclaration]] = [:]
    for field in all { byLabel[field.id + "\t" + field.label.zh, default: []].append(field) }
    let found = columns.map { byLabel[$0.id + "\t" + $0.label.zh] ?? [] }
    fields = found.map(\.first)
    names = HeadingNames(
      columns.map { [$0.id, $0.label.zh, $0.label.en] },
      others: found.map { $0.flatMap { $0.aliases + $0.former } })
  }

  func match(_ column: HeadedColumn) -> (index: Int, level: HeadingNames.Level)? { names.match(column) }

  /// The power of ten by which numbers of a column are multiplied under a heading; nil where that cannot be known.
  ///
  /// - Parameter table: The unit that a line above the table gives for all of it.
  func power(of index: Int, under heading: String, table: [FigureUnit]) -> Int? {
    let column = columns[index]
    switch column.type {
    case .percent, .realPercent:
      return HeadingText.saysPercent(heading) && !HeadingText.saysPercent(column.label.zh) ? 2 : 0
    case .integer, .decimal, .real: break
    default: return 0
    }
    let own = HeadingText.unit(of: column.label.zh) ?? fields[index].flatMap { FigureUnit.declared(by: $0) }
    // Of several units for the whole table none can be told to be this column's; that is left to the heading.
    guard let written = HeadingText.unit(of: heading) ?? (table.count == 1 ? table[0] : nil) else { return 0 }
    if HeadingText.unit(of: heading) == nil, own == nil, written.kind != .factor { return 0 }
    return written.power(in: own).map { -$0 }
  }
}
