import Foundation
import GoldenFile
import KitModel
import Testing

@testable import KitFormats

/// What is said of files that cannot be written, or are written otherwise than asked, and below a table at the
/// terminal, in both languages.
@Suite struct WritingGoldenTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func said(
    _ rows: some TableRows, _ format: TableFormat, _ language: UILanguage, to target: TableWriter.Destination
  ) -> [Diagnostic] {
    let options = WritingOptions(language: language, time: Timestamp(seconds: 1_732_352_709))
    do {
      return try TableWriter.write(rows, format: format, options: options, to: target).remarks
    } catch {
      return (error as? Diagnostic).map { [$0] } ?? (error as? Diagnostics)?.all ?? []
    }
  }

  /// One column with so many rows.
  private struct Long: TableRows {
    let columns = [SampleTables.column("a", "甲", "A", .text)]
    let count: Int
    func forEachRow(_ body: (Table.Row) throws -> Void) throws {
      for _ in 0..<count { try body(Table.Row([.null])) }
    }
  }

  private static func wide(_ count: Int) -> Table {
    let columns = (1...count).map { SampleTables.column("c\($0)", "列\($0)", "C\($0)", .text) }
    return Table(columns: columns, rows: [Table.Row(columns.map { _ in .null })])
  }

  private static let long = Table(
    columns: [SampleTables.column("a", "甲", "A", .text)],
    rows: [Table.Row([.text(String(repeating: "长", count: 40_000))])])

  private func files(_ language: UILanguage) throws -> [(String, [Diagnostic])] {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/文件夹.csv", withIntermediateDirectories: false)
    _ = try folder.file("打开着.xlsx", "old")
    _ = try folder.file("~$打开着.xlsx", "")
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let schools = SampleTables.schools
    func file(_ name: String) -> TableWriter.Destination { .file(folder.path + "/" + name) }
    return [
      ("没有/a.csv", said(schools, .csv, language, to: file("没有/a.csv"))),
      ("文件夹.csv", said(schools, .csv, language, to: file("文件夹.csv"))),
      // No one, root included, can make a file there.
      ("/sys/a.csv", said(schools, .csv, language, to: .file("/sys/a.csv"))),
      ("a full disk", said(schools, .csv, language, to: .descriptor(full.fileDescriptor))),
      (
        "a name of 300 characters",
        said(schools, .csv, language, to: file(String(repeating: "a", count: 300) + ".csv"))
      ),
      ("打开着.xlsx", said(schools, .xlsx, language, to: file("打开着.xlsx"))),
      ("a.csv", said(schools, .csv, language, to: file("a.csv"))),
      ("40,000 characters in a cell", said(Self.long, .xlsx, language, to: .memory)),
      ("1,048,576 rows", said(Long(count: 1_048_576), .xlsx, language, to: .memory)),
      ("16,385 columns", said(Self.wide(16_385), .xlsx, language, to: .memory)),
    ]
  }

  /// A test has no disk that fails and no file that is closed to root: this is what the system reports of them.
  private static let refusals: [(String, [Diagnostic])] = [
    ("EACCES", [FileMessages.cannotRead("名单.csv", code: EACCES)]),
    ("EIO", [FileMessages.cannotRead("名单.csv", code: EIO)]),
  ]

  /// Tables at a terminal that is too narrow for them, and one that is cut.
  private func tables(_ language: UILanguage) -> [String] {
    let formatter = ValueFormatter(language: language)
    var narrow = TableText(formatter: formatter, width: 60)
    narrow.recordLimit = 0
    var sparse = SampleTables.schools
    for row in sparse.rows.indices { sparse.rows[row].values[4] = .null }
    return [
      narrow.text(SampleTables.schools), TableText(formatter: formatter, width: 90).text(sparse),
      TableText(formatter: formatter, rowLimit: 1).text(SampleTables.schools),
    ]
  }

  @Test(arguments: UILanguage.allCases) func everythingReadsAsItShould(language: UILanguage) throws {
    let renderer = DiagnosticRenderer(language: language)
    let answers = try (files(language) + Self.refusals).map { name, said in
      #expect(!said.isEmpty, "nothing was said of: \(name)")
      return "» \(name)\n" + said.map { renderer.text($0) + "\n" }.joined()
    }
    let text = (answers + tables(language)).joined(separator: "\n").replacing(folder.path, with: "<folder>")
    let golden = GoldenFile("writing.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}
