import KitModel
import KitStore

/// What an import did, and all that has to be said about it.
public struct ImportReport: Sendable {
  /// The file as the user knows it, and the copy that is kept.
  public var file: String
  public var copy: String
  public var sheets: [SheetReport]
  /// Where the 问题清单 was written.
  public var issueFile: String?
  /// Nothing was kept: a trial run.
  public var isDryRun: Bool
  /// Whether the file was refused because of its faults: no row was taken, or would be.
  public var isRefused: Bool
  /// The entry of the journal; nil when nothing changed.
  public var change: ChangeRecord?
  /// What concerns the file as a whole.
  public var remarks: [Diagnostic]

  /// Rows that were not taken because of faults.
  public var rejected: Int { sheets.reduce(0) { $0 + $1.rejected } }
  /// Rows inserted, updated and unchanged, in the entity that was asked for.
  public var counts: WriteCounts {
    sheets.reduce(WriteCounts()) { $0 + ($1.entities.first?.counts ?? WriteCounts()) }
  }

  public struct SheetReport: Sendable {
    public var sheet: String?
    /// Rows below the heading, data or not.
    public var rowsRead: Int
    public var entities: [EntityCounts]
    public var columns: [ColumnMapping]
    /// Rows with faults, which were not taken.
    public var rejected: Int
    public var skipped: [SkippedRow]
    public var hiddenRows: [Int]
    /// Cells made plain, by what was done: the remarks say it in words.
    public var remarks: [Diagnostic]
    /// The faults, at most `RowIssues.limit` of them.
    public var faults: [Diagnostic]
    public var faultCount: Int
  }

  public struct EntityCounts: Hashable, Sendable {
    public var entity: String
    public var label: Label
    public var counts: WriteCounts
  }

  /// A row below the heading that is no data.
  public struct SkippedRow: Hashable, Sendable {
    public var row: Int
    /// 合计行, 注释行 …
    public var reason: Label
    /// How it begins.
    public var text: String
  }
}

extension ImportReport {
  /// One row for each entity and sheet: what was inserted, updated, left as it was, and rejected.
  public var table: Table {
    func column(_ id: String, _ word: Message, _ type: DataType) -> Column {
      Column(id: id, label: Label(zh: word.zh, en: word.en), type: type)
    }
    var table = Table(columns: [
      column("sheet", ReportWords.sheet, .text), column("entity", ReportWords.data, .text),
      column("inserted", ReportWords.inserted, .integer), column("updated", ReportWords.updated, .integer),
      column("unchanged", ReportWords.unchanged, .integer),
      column("rejected", ReportWords.rejected, .integer),
    ])
    for sheet in sheets {
      for (place, entity) in sheet.entities.enumerated() {
        table.rows.append(
          Table.Row([
            sheet.sheet.map { .text($0) } ?? .null, .text(entity.label.zh),
            .integer(Int64(entity.counts.inserted)),
            .integer(Int64(entity.counts.updated)), .integer(Int64(entity.counts.unchanged)),
            .integer(place == 0 ? Int64(sheet.rejected) : 0),
          ]))
      }
    }
    table.remarks = allRemarks()
    return table
  }

  /// All that is to be said, the faults first and at most `faultLimit` of them.
  public func allRemarks(faultLimit: Int = 20) -> [Diagnostic] {
    var said: [Diagnostic] = []
    var left = faultLimit
    for sheet in sheets {
      let shown = sheet.faults.prefix(left)
      said += shown
      left -= shown.count
    }
    let total = sheets.reduce(0) { $0 + $1.faultCount }
    if total > said.count {
      said.append(
        Diagnostic(
          ImportRemarks.moreFaults, ["count": String(total), "shown": String(said.count)], severity: .warning)
      )
    }
    for sheet in sheets { said += sheet.remarks }
    said += remarks
    return said
  }
}
