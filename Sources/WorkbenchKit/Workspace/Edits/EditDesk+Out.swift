import FoundationEssentials
import KitFormats
import KitModel
import KitStore

extension EditDesk {
  /// Writes rows to a workbook in which they can be changed.
  ///
  /// - Parameters:
  ///   - entity: Full name of the entity of which each row is one; nil: the rows are something else.
  ///   - file: Where it is written; nil: a new name below `exports/`.
  public func write(_ table: Table, of entity: String?, to file: String?, at span: SourceSpan?) throws
    -> CommandResult
  {
    let rows = try EditRows(table, of: entity, desk: self, at: span)
    // What comes back has to be taken: a store that cannot be written would only say so then.
    try workspace.store.access.requireWritable()
    let path = try file.map { try unused($0) } ?? newPath(rows.entity)
    let cells = EditCells(references: try references(of: rows.columns))
    try refuseLong(rows, cells, at: span)
    let takesNewRows = rows.missingForNewRows(self).isEmpty
    let sheet = EditSheet(rows: rows, cells: cells, language: language, takesNewRows: takesNewRows)
    let page = sheet.page(on: context.asOf)
    let head = try workspace.store.chainHead()?.code ?? ""
    let facts = [rows.entity.fullName, workspace.folder.shown(path), head, context.time.text]
    let token = String(TextDigest.sha256(facts.joined(separator: "\u{1F}")).prefix(20))
    let identity = sheet.identity(page, token: token)
    var remarks = table.remarks + self.remarks(rows, takesNewRows)
    if !context.isDryRun {
      OutputFile.makeFolder(of: path)
      var options = WritingOptions(language: language, time: context.time)
      options.author = context.person
      remarks += try FormWorkbook(page: page, identity: identity.cells, options: options).write(to: path)
        .remarks
      try workspace.store.keepNote(EditNote(seal: identity.seal).text, as: EditNote.name(token))
    }
    let entityLabel = rows.entity.label
    return .notice(
      Diagnostic(
        EditMessages.written,
        [
          "entity": entityLabel.zh, "entityEn": entityLabel.en, "count": String(rows.rows.count),
          "file": workspace.folder.shown(path),
        ], severity: .note), remarks: remarks)
  }

  private func refuseLong(_ rows: EditRows, _ cells: EditCells, at span: SourceSpan?) throws {
    for row in rows.rows {
      for (column, value) in zip(rows.columns, row.values)
      where column.lock != .sensitive && cells.isTooLong(value, in: column) {
        throw Diagnostic(
          EditMessages.tooLong,
          ["row": row.key.map(\.spelled).joined(separator: " "), "column": column.heading], at: span)
      }
    }
  }

  private func remarks(_ rows: EditRows, _ takesNewRows: Bool) -> [Diagnostic] {
    func remark(_ message: Message, _ lock: EditColumn.Lock) -> Diagnostic? {
      let locked = rows.columns.filter { $0.lock == lock }.map(\.heading)
      return locked.isEmpty ? nil : Diagnostic(message, listed("columns", locked), severity: .note)
    }
    var remarks = [
      remark(EditMessages.computedLocked, .computed), remark(EditMessages.sensitiveLocked, .sensitive),
    ].compactMap { $0 }
    if !takesNewRows {
      remarks.append(
        Diagnostic(
          EditMessages.noNewRows, Self.labels(rows.missingForNewRows(self)), severity: .note))
    }
    return remarks
  }

  static func labels(_ fields: [FieldDeclaration]) -> [String: String] {
    [
      "columns": fields.map(\.label.zh).joined(separator: "、"),
      "columnsEn": fields.map(\.label.en).joined(separator: ", "),
    ]
  }

  /// A file that is there may hold changes that were not brought back yet.
  private func unused(_ file: String) throws -> String {
    let path = try context.outputPath(file)
    guard FileManager.default.fileExists(atPath: path) else { return path }
    throw Diagnostic(EditMessages.fileIsThere, ["file": workspace.folder.shown(path)])
  }

  private func newPath(_ entity: EntityDeclaration) throws -> String {
    let name = FormNames.clean(
      "\(EditWords.fileName.text(language))-\(entity.label.text(language))-\(context.asOf.iso)")
    for number in 1...999 {
      let path = try context.outputPath(number == 1 ? "\(name).xlsx" : "\(name)-\(number).xlsx")
      if !FileManager.default.fileExists(atPath: path) { return path }
    }
    return try context.outputPath("\(name)-\(context.time.seconds).xlsx")
  }
}
