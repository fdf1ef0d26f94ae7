import Foundation
import KitFormats
import KitModel
import Testing

@Suite struct FileWritingTests {
  let folder: TemporaryFolder
  let options = WritingOptions(language: .zh, time: Timestamp(seconds: 1_732_352_709))

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ format: TableFormat = .csv) throws -> TableWriter.Written {
    try TableWriter.write(
      SampleTables.schools, format: format, options: options, to: .file(folder.path + "/" + name))
  }

  @Test(arguments: [TableFormat.csv, .xlsx]) func nothingButTheFileIsLeft(format: TableFormat) throws {
    let written = try write("名单.\(format.rawValue)", format)
    #expect(try folder.names == ["名单.\(format.rawValue)"])
    #expect(written.path == folder.path + "/名单.\(format.rawValue)" && !written.replacedFile)
    #expect(try write("名单.\(format.rawValue)", format).replacedFile)
  }

  @Test(arguments: TableFormat.allCases) func fileMemoryAndDescriptorGetTheSameBytes(format: TableFormat)
    throws
  {
    let path = try #require(try write("a", format).path)
    let file = try Data(contentsOf: URL(filePath: path))
    let memory = try TableWriter.write(SampleTables.schools, format: format, options: options, to: .memory)
    #expect(file == Data(memory.bytes))
    let handle = try #require(
      FileHandle(forWritingAtPath: try folder.file("out", "")))
    _ = try TableWriter.write(
      SampleTables.schools, format: format, options: options, to: .descriptor(handle.fileDescriptor))
    try handle.close()
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/out")) == file)
  }

  @Test(arguments: ["~$名单.xlsx", ".~名单.xlsx", ".~lock.名单.xlsx#"])
  func fileThatIsOpenElsewhereIsWrittenBeside(lock: String) throws {
    _ = try folder.file("名单.xlsx", "old")
    _ = try folder.file("名单-2.xlsx", "old")
    _ = try folder.file(lock, "")
    let written = try write("名单.xlsx", .xlsx)
    #expect(written.path == folder.path + "/名单-3.xlsx")
    #expect(
      written.remarks.contains {
        $0.message.id == "formats.write-beside" && $0.arguments["other"] == "名单-3.xlsx"
      })
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/名单.xlsx")) == Data("old".utf8))
  }

  private func refusal(_ body: () throws -> TableWriter.Written) throws -> String? {
    do {
      _ = try body()
    } catch let diagnostic as Diagnostic {
      return diagnostic.message.id
    }
    return nil
  }

  @Test func targetsThatCannotBeWrittenSayWhy() throws {
    #expect(try refusal { try write("none/a.csv") } == "formats.write-no-folder")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/d.csv", withIntermediateDirectories: false)
    #expect(try refusal { try write("d.csv") } == "formats.write-folder")
    #expect(try folder.names == ["d.csv"])
  }

  /// /proc is a folder in which nobody, root included, can make a file.
  @Test(arguments: [TableFormat.csv, .xlsx]) func readOnlyFolder(format: TableFormat) throws {
    let found = try refusal {
      try TableWriter.write(SampleTables.schools, format: format, options: options, to: .file("/proc/a.csv"))
    }
    #expect(found == "formats.write-denied" || found == "formats.write-no-folder")
  }

  @Test func fullDiskIsSaid() throws {
    let handle = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let found = try refusal {
      try TableWriter.write(
        SampleTables.schools, format: .csv, options: options, to: .descriptor(handle.fileDescriptor))
    }
    #expect(found == "formats.write-disk-full")
  }

  /// Rows that fail in the middle leave the file that was there.
  @Test(arguments: [TableFormat.csv, .xlsx]) func failedQueryLeavesTheOldFile(format: TableFormat) throws {
    struct Failing: TableRows {
      let columns = SampleTables.schools.columns
      func forEachRow(_ body: (Table.Row) throws -> Void) throws {
        for row in SampleTables.schools.rows { try body(row) }
        throw CancellationError()
      }
    }
    let path = try folder.file("a", "old")
    #expect(throws: CancellationError.self) {
      try TableWriter.write(Failing(), format: format, options: options, to: .file(path))
    }
    #expect(try folder.names == ["a"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }

  @Test(arguments: [
    ("a.xlsx", TableFormat.xlsx), ("a.b.CSV", .csv), ("x/名单.htm", .html), ("a.ndjson", .jsonl), ("a.md", .md),
  ]) func formatFollowsTheExtension(name: String, format: TableFormat) {
    #expect(TableFormat(fileName: name) == format)
  }

  @Test func unknownExtensionsHaveNoFormat() {
    #expect(
      TableFormat(fileName: "a") == nil && TableFormat(fileName: "csv") == nil
        && TableFormat(fileName: "a.doc") == nil)
  }
}
