import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  public func recordRun(_ run: RunRecord, context: ChangeContext) throws -> ChangeRecord? {
    try requireWritable()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = String(decoding: try encoder.encode(run.content), as: UTF8.self)
    return try withSession(context, isDryRun: false) { session in
      try session.connection.run(
        """
        INSERT INTO "_run" (change, script, sha256, day, outcome, before, after, content)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          .integer(session.id), .text(run.script), .text(run.sha256), .text(run.day.iso),
          .text(run.outcome.rawValue), .integer(run.before), .integer(run.after), .text(content),
        ])
      try session.note(
        JournalPart(entity: run.script, action: .run, first: session.id, last: session.id, rows: 1))
      return try session.close(kind: .run)
    }
  }

  public func runRecord(_ id: Int64) throws -> RunRecord? {
    let row = try withReader { connection in
      try connection.first(
        #"SELECT script, sha256, day, outcome, before, after, content FROM "_run" WHERE change = ?1"#,
        [.integer(id)]
      ) { row in (0..<7).map { row.value(at: $0) } }
    }
    guard let row, case .text(let script) = row[0], case .text(let sha256) = row[1],
      case .text(let day) = row[2],
      case .text(let outcome) = row[3], case .integer(let before) = row[4], case .integer(let after) = row[5],
      case .text(let content) = row[6]
    else { return nil }
    return RunRecord(
      script: script, sha256: sha256, day: CalendarDate(iso: day) ?? .epoch,
      outcome: RunRecord.Outcome(rawValue: outcome) ?? .failed, before: before, after: after,
      content: try JSONDecoder().decode(RunRecord.Content.self, from: Data(content.utf8)))
  }

  public func finishedRuns() throws -> [FinishedRun] {
    let rows = try withReader { connection -> [(String, String, String)] in
      // A store of an older version that can only be read has no runs.
      let isKept = try connection.integer("SELECT 1 FROM sqlite_schema WHERE name = '_run'") != nil
      return !isKept
        ? []
        : try connection.map(
          """
          SELECT script, day, json_extract(content, '$.parameters') FROM "_run" WHERE outcome IN ('done', 'check')
          ORDER BY change DESC LIMIT 1000
          """
        ) { ($0.text(at: 0), $0.text(at: 1), $0.text(at: 2)) }
    }
    return try rows.map { script, day, parameters in
      FinishedRun(
        script: script, day: CalendarDate(iso: day) ?? .epoch,
        parameters: try JSONDecoder().decode([RunRecord.Parameter].self, from: Data(parameters.utf8)))
    }
  }
}
