import KitModel

extension ChangeSession {
  /// Keeps rows as they are before they are changed or deleted; gives the numbers of the images.
  func takeImages(of table: TableShape, rows: String) throws -> (first: Int64, last: Int64) {
    try takeImages(of: table, where: "_rid IN (\(rows))")
  }

  func takeImages(of table: TableShape, where condition: String) throws -> (first: Int64, last: Int64) {
    let last = try lastImage(table.name)
    let count = try connection.run(
      """
      INSERT INTO \(quoted(table.images)) (_rid, _source, _row\(table.physicalList))
      SELECT _rid, _source, _row\(table.physicalList) FROM \(quoted(table.name)) WHERE \(condition) ORDER BY _rid
      """)
    return (last + 1, last + Int64(count))
  }

  /// Deletes rows, keeping images, and notes the part.
  ///
  /// - Parameter digest: of the rows, when it is known already.
  @discardableResult
  func delete(
    from table: TableShape, where condition: String, columns: [Int64]? = nil, digest: [UInt8]? = nil
  ) throws -> Int {
    let images = try takeImages(of: table, where: condition)
    let count = Int(images.last - images.first + 1)
    guard count > 0 else { return 0 }
    let name = quoted(table.name)
    let present = Int(try connection.integer("SELECT count(*) FROM \(name)") ?? 0)
    if count == present {
      // Without a condition the engine gives the pages back at once, indexes included.
      try connection.run("DELETE FROM \(name)")
    } else if count > 20_000 && count > present / 2 {
      // Most of the table goes: what is left is indexed anew faster than so many entries are taken out.
      let indexes = UniqueIndex.all(of: table.entity)
      try enlargeCache()
      for index in indexes { try index.drop(on: connection) }
      try connection.run("DELETE FROM \(name) WHERE \(condition)")
      for index in indexes { try index.create(on: connection) }
    } else {
      try connection.run("DELETE FROM \(name) WHERE \(condition)")
    }
    try note(
      JournalPart(
        entity: table.name, action: .delete, first: images.first, last: images.last, rows: count,
        columns: columns ?? table.columnIDs), digest: digest)
    return count
  }
}
