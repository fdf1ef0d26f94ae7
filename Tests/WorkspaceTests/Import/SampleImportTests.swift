import Foundation
import KitModel
import KitQuery
import KitStore
import Testing

@testable import KitWorkspace

/// The sample, imported by the product, against what a program apart from it made of the same files
/// (`workspaces/generator/expected.py`).
@Suite struct SampleImportTests {
  private struct Expected: Decodable {
    struct Counts: Decodable, Hashable {
      let file: String
      let sheet: String?
      let into: String
      let inserted: Int
      let updated: Int
      let unchanged: Int
    }
    struct Sums: Decodable, Hashable {
      let zone: String?
      let locale: String
      let schools: Int
      let pupils: Int
      let teachers: Int
    }
    struct SumsByZone: Decodable { let rows: [Sums] }
    let rows: [String: Int]
    let imports: [Counts]
    let byZone: SumsByZone

    enum CodingKeys: String, CodingKey {
      case rows, imports
      case byZone = "3"
    }
  }

  @Test func theSampleHoldsWhatItsFilesSay() throws {
    let path = Sample.root + "/workspaces/generator/expected.json"
    let data = try #require(FileManager.default.contents(atPath: path))
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let scratch = try ScratchWorkspace(copying: Sample.folder)
    defer { scratch.remove() }
    let workspace = try scratch.open(try Sample.declarations())
    #expect(try workspace.firstBuild == .open(workspace.configuration.imports))
    var reports: [ImportReport] = []
    try workspace.rebuild(context: scratch.context) { reports.append($0) }
    #expect(try workspace.firstBuild == .done)
    let entries = workspace.configuration.imports
    #expect(
      zip(entries, reports).map { entry, report in
        Expected.Counts(
          file: entry.file, sheet: entry.sheet, into: entry.into, inserted: report.counts.inserted,
          updated: report.counts.updated, unchanged: report.counts.unchanged)
      } == expected.imports)
    let lookups = StoreLookups(store: workspace.store, declarations: workspace.declarations)
    for (entity, count) in expected.rows {
      let declared = try #require(workspace.declarations["district.\(entity)"])
      #expect(try lookups.count(declared) == count, "\(entity)")
    }
    #expect(try sums(workspace.store) == Set(expected.byZone.rows))
    #expect(try workspace.store.verify().isSound)
    // The same files once more change nothing.
    var again = WriteCounts()
    let importer = workspace.importer()
    for entry in entries.suffix(8) {
      let request = ImportRequest(
        path: workspace.folder.path + "/" + entry.file, entity: try importer.entity(named: entry.into),
        sheet: entry.sheet, year: entry.year)
      for sheet in try importer.run(try importer.prepare(request), context: scratch.context).sheets {
        for entity in sheet.entities { again = again + entity.counts }
      }
    }
    #expect(again.inserted == 0 && again.updated == 0 && again.unchanged > 1200)
    try workspace.store.close()
  }

  /// Schools, pupils and teachers of the last school year by zone and locale, in SQL by hand.
  private func sums(_ store: any Store) throws -> Set<Expected.Sums> {
    let text = """
      SELECT z.name, s.locale, count(DISTINCT y.unit), sum(y.pupils), sum(y.teachers)
      FROM "district.school_year" AS y JOIN "district.unit" AS u ON u.code = y.unit
      JOIN "district.school" AS s ON s.code = y.unit LEFT JOIN "district.unit" AS z ON z.code = u.zone
      WHERE y.year = '2024-2025' GROUP BY z.name, s.locale
      """
    let types: [DataType] = [.text, .text, .integer, .integer, .integer]
    let columns = types.enumerated().map { index, type in
      ResultColumn(
        column: Column(id: "c\(index)", label: Label(zh: "", en: ""), type: type), index: index)
    }
    var found: Set<Expected.Sums> = []
    try store.forEachRow(of: CompiledQuery(sql: text, parameters: [], columns: columns)) { row in
      func number(_ index: Int) -> Int {
        if case .integer(let number) = row.values[index] { Int(number) } else { -1 }
      }
      func text(_ index: Int) -> String? {
        if case .text(let text) = row.values[index] { text } else { nil }
      }
      found.insert(
        Expected.Sums(
          zone: text(0), locale: text(1) ?? "", schools: number(2), pupils: number(3), teachers: number(4)))
      return .next
    }
    return found
  }
}
