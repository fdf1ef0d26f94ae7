import KitModel
import KitQuery
import KitStore

/// Imports that are on record already.
struct EarlierImports {
  let store: any Store

  /// What is said when the same bytes were imported before into the same entity, sheet for sheet, and that was not
  /// undone; nil when they were not.
  func remark(of sha256: String, _ plan: ImportPlan) throws -> Diagnostic? {
    for sheet in plan.sheets {
      let text = """
        SELECT time, person FROM "source" AS s WHERE sha256 = ?1 AND coalesce(sheet, '') = ?2
          AND instr(',' || entity || ',', ?3) > 0
          AND NOT EXISTS (SELECT 1 FROM "log" AS l WHERE l.id = s.change AND l.undone_by IS NOT NULL)
        ORDER BY id DESC LIMIT 1
        """
      let columns = ["time", "person"].enumerated().map { index, id in
        ResultColumn(column: Column(id: id, label: Label(zh: id, en: id), type: .text), index: index)
      }
      let query = CompiledQuery(
        sql: text,
        parameters: [
          .text(sha256), .text(sheet.sheet ?? ""), .text(",\(plan.request.entity.fullName),"),
        ], columns: columns)
      let found = try store.table(of: query).rows.first?.values
      guard case .text(let time) = found?.first, case .text(let person) = found?.last else { continue }
      return Diagnostic(
        ImportRemarks.repeatedFile, ["time": time, "person": person], severity: .warning)
    }
    return nil
  }
}
