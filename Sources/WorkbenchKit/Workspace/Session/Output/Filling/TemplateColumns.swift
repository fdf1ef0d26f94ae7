import KitModel

/// The columns of a result, by the headings of a template that name them.
struct TemplateColumns {
  let columns: [Column]
  private let own: HeadingNames
  private let aliases: HeadingNames
  private let fields: [FieldDeclaration?]

  /// - Parameter entities: Whose fields lend a column of their id and label their aliases.
  init(_ columns: [Column], entities: [EntityDeclaration]) {
    self.columns = columns
    let all = entities.flatMap(\.fields)
    var byLabel: [String: [FieldDeclaration]] = [:]
    for field in all { byLabel[field.id + "\t" + field.label.zh, default: []].append(field) }
    let found = columns.map { byLabel[$0.id + "\t" + $0.label.zh] ?? [] }
    fields = found.map(\.first)
    own = HeadingNames(columns.map { [$0.id, $0.label.zh, $0.label.en] })
    aliases = HeadingNames(
      zip(columns, found).map { column, fields in
        // 设备值（元） is named by 设备值（万元） too: what the units make of it is seen to.
        [HeadingText.plain(column.label.zh)].compactMap { $0 } + fields.flatMap { $0.aliases + $0.former }
      })
  }

  /// The column that a heading names, and how well; smaller is better. Its own name goes before an alias.
  func match(_ column: HeadedColumn) -> (index: Int, level: Int)? {
    let (name, alias) = (own.match(column), aliases.match(column))
    if let name, alias.map({ name.level <= $0.level }) != false {
      return (name.index, name.level.rawValue * 2)
    }
    return alias.map { ($0.index, $0.level.rawValue * 2 + 1) }
  }

  /// The power of ten by which numbers of a column are multiplied under a heading; nil where that cannot be known.
  ///
  /// - Parameter table: The unit that a line above the table gives for all of it.
  func power(of index: Int, under heading: String, table: [FigureUnit]) -> Int? {
    let column = columns[index]
    switch column.type {
    case .percent, .realPercent:
      return HeadingText.saysPercent(heading) && !HeadingText.saysPercent(column.label.zh) ? 2 : 0
    case .integer, .decimal, .real:
      // A number that is no percentage may be a share or be so many percent.
      if HeadingText.saysPercent(heading) { return HeadingText.saysPercent(column.label.zh) ? 0 : nil }
    default: return 0
    }
    let own = HeadingText.unit(of: column.label.zh) ?? fields[index].flatMap { FigureUnit.declared(by: $0) }
    // Of several units for the whole table none can be told to be this column's; that is left to the heading.
    guard let written = HeadingText.unit(of: heading) ?? (table.count == 1 ? table[0] : nil) else { return 0 }
    if HeadingText.unit(of: heading) == nil, own == nil, written.kind != .factor { return 0 }
    return written.power(in: own).map { -$0 }
  }
}
