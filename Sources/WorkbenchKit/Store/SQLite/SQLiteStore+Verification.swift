import KitModel
import KitQuery

extension SQLiteStore {
  public func changeRecord(_ id: Int64) throws -> ChangeRecord? {
    try withReader { try Journal(connection: $0).record(id) }
  }

  public func chainHead() throws -> ChainHead? { try withReader { try Journal(connection: $0).head() } }

  public func verify() throws -> VerificationReport {
    var report: VerificationReport?
    do {
      return try withReader { connection in
        var verification = Verification(connection, declared: try declaredSchema(connection))
        var found = try verification.run()
        if found.isSound { found.faults = try SourceCheck(connection: connection, root: root).faults() }
        report = found
        return found
      }
    } catch {
      // On a damaged file even the end of a reading fails; what was found is the answer.
      if let report, !report.isSound { return report }
      throw error
    }
  }

  /// The declarations with their tables, as far as the tables are there: a store that can only be read may lack
  /// some, and a damaged one all.
  private func declaredSchema(_ connection: SQLiteConnection) throws -> StoreSchema? {
    let fingerprint = StoreSchema.fingerprint(schema.withLock { $0.declared })
    let kept = try? connection.text(#"SELECT value FROM "_meta" WHERE name = 'schema'"#)
    return kept == fingerprint ? try loadedSchema(connection) : nil
  }

  public func verify(against code: String) throws -> VerificationReport {
    var report = try verify()
    report.found = try withReader { try Journal(connection: $0).find(code) }
    if report.found == nil {
      report.faults.append(Diagnostic(StoreMessages.codeNotFound, ["code": code]))
    }
    return report
  }
}

extension Journal {
  /// The entry with that code, however it is written: case, hyphens and blanks do not matter.
  func find(_ code: String) throws -> ChangeRecord? {
    let digits = code.uppercased().filter { $0.isHexDigit }
    guard digits.count >= 8, digits.allSatisfy(\.isASCII) else { return nil }
    let id = try connection.integer(
      #"SELECT id FROM "_change" WHERE substr(hex(head), 1, ?2) = ?1 ORDER BY id DESC LIMIT 1"#,
      [.text(digits), .integer(Int64(digits.count))])
    return try id.flatMap { try record($0) }
  }
}
