import KitModel
import KitQuery
import KitStore

/// Imports that are on record already.
struct EarlierImports {
  let store: any Store

  /// An import of the same bytes.
  struct Found {
    let change: String
    let time: String
    let person: String

    /// What is said of it beside what the import at hand came to.
    func remark(on report: ImportReport) -> Diagnostic {
      let arguments = ["change": change, "time": time, "person": person]
      if report.isRefused || report.counts.unchanged == 0 {
        return Diagnostic(ImportRemarks.repeatedFile, arguments, severity: .warning)
      }
      let unchanged = ["unchanged": String(report.counts.unchanged)]
      return Diagnostic(
        ImportRemarks.repeatedFileTaken, arguments.merging(unchanged) { $1 }, severity: .warning)
    }
  }

  /// The last import of the same bytes into the same entity, sheet for sheet, that was not undone; nil when there
  /// was none.
  func last(of sha256: String, _ plan: ImportPlan) throws -> Found? {
    for sheet in plan.sheets {
      let text = """
        SELECT CAST(change AS TEXT), time, person FROM "source" AS s WHERE sha256 = ?1
          AND coalesce(sheet, '') = ?2 AND instr(',' || entity || ',', ?3) > 0
          AND NOT EXISTS (SELECT 1 FROM "log" AS l WHERE l.id = s.change AND l.undone_by IS NOT NULL)
        ORDER BY id DESC LIMIT 1
        """
      let columns = ["change", "time", "person"].enumerated().map { index, id in
        ResultColumn(column: Column(id: id, label: Label(zh: id, en: id), type: .text), index: index)
      }
      let query = CompiledQuery(
        sql: text,
        parameters: [
          .text(sha256), .text(sheet.sheet ?? ""), .text(",\(plan.request.entity.fullName),"),
        ], columns: columns)
      let texts = (try store.table(of: query).rows.first?.values ?? []).compactMap { value in
        if case .text(let text) = value { text } else { nil }
      }
      if texts.count == 3 { return Found(change: texts[0], time: texts[1], person: texts[2]) }
    }
    return nil
  }
}
