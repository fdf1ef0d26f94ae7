import Foundation
import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI

/// Declarations come back from a snapshot as they went in; damaged bytes end in an error.
@Suite struct SnapshotTests {
  private func bytes(_ value: some Snapshot) -> [UInt8] {
    var writer = SnapshotWriter()
    writer.write(value)
    return writer.bytes
  }

  private func copy<Content: Snapshot>(_ value: Content) throws -> Content {
    var reader = SnapshotReader(bytes(value))
    let read = try reader.read(Content.self)
    #expect(reader.isAtEnd)
    return read
  }

  private static let label = Label(zh: "甲", en: "a")

  private static let field = FieldDeclaration(
    id: "f", label: label, aliases: ["b"], former: ["c"], type: .choice(["d"]), choiceAliases: ["d": ["e"]],
    isRequired: true, isUnique: true, minimum: .integer(-1),
    maximum: .decimal(ExactDecimal(units: 25, scale: 1)), pattern: "p", defaultValue: .text("d"),
    holdsMany: true, isSensitive: true, restriction: label, meaning: label)

  private static let entity = EntityDeclaration(
    plugin: "p", id: "e", label: label, aliases: ["b"], former: ["c"], meaning: label, extends: "p.q",
    parentValue: ("k", "v"), key: ["f"], order: ["f"], nameField: "f", matchFields: ["f"], fields: [field],
    computed: [ComputedColumns(pipeline: "e | count", columns: [field], plugin: "o")],
    yearSplit: .init(into: "p.y", key: ["f": "@school_year"], columns: ["f"], repeats: ["g"]),
    whole: .init(field: "f", value: "d"), writtenBy: label)

  private static let command = CommandDeclaration(
    name: label, plugin: "p", meaning: label,
    parameters: [
      CommandParameter(
        "x", label: label, form: .positional, type: .file(["csv"]), isRequired: true, isRepeated: true,
        defaultValue: .boolean(true), help: label)
    ], takesFreeOptions: true, keepsSharedOptions: true, readsBareOptions: true, effects: [.writes, .files],
    worksWithoutWorkspace: true,
    examples: [.init("a b", label)])

  @Test func declarationsComeBackWhole() throws {
    #expect(try copy(Self.entity) == Self.entity)
    #expect(try copy(Self.command) == Self.command)
    let manifest = PluginManifest(
      id: "p", label: Self.label, version: "1", api: 1, requires: ["q"], entities: "e.yaml", library: "L",
      commands: [Self.command], meaning: Self.label)
    #expect(try copy(manifest) == manifest)
  }

  /// Every property above differs from its default, so one that is added and not kept is noticed by its number.
  @Test func everyPropertyIsKept() {
    #expect(Mirror(reflecting: Self.field).children.count == 16)
    #expect(Mirror(reflecting: Self.entity).children.count == 18)
    #expect(Mirror(reflecting: Self.command).children.count == 10)
    #expect(Mirror(reflecting: Self.command.parameters[0]).children.count == 8)
  }

  @Test(arguments: [
    DataType.text, .integer, .decimal(precision: 9, scale: 2), .real, .percent(scale: 4), .realPercent,
    .boolean,
    .date, .period(nil), .period(.term), .time, .duration(.days), .duration(.months), .choice([]),
    .reference("a.b"), .file, .null,
  ])
  func typesComeBack(type: DataType) throws { #expect(try copy(type) == type) }

  @Test(arguments: [
    Value.null, .text("甲"), .integer(.min), .decimal(ExactDecimal(units: -5, scale: 3)), .real(0.1),
    .boolean(false), .date(.epoch), .time(Timestamp(seconds: 5, offset: 60)), .duration(Duration(3, .months)),
    .reference(Reference(key: "k", name: "n")),
  ])
  func valuesComeBack(value: Value) throws { #expect(try copy(value) == value) }

  @Test func damagedBytesEndInAnError() {
    let whole = bytes(Self.entity)
    for length in whole.indices {
      var reader = SnapshotReader(Array(whole.prefix(length)))
      #expect(throws: (any Error).self) { try reader.read(EntityDeclaration.self) }
    }
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0xFF
      var reader = SnapshotReader(damaged)
      _ = try? reader.read(EntityDeclaration.self)
    }
  }

  @Test func aFileIsReadAgainWhenItChanges() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "x.yaml")
    let cache = DeclarationCache(cache: PluginCache(folder: folder.appending(path: "cache").path))
    var reads = 0
    func content() throws -> [String] {
      try cache.content(of: file.path) { bytes in
        reads += 1
        return [String(decoding: bytes, as: UTF8.self)]
      }
    }
    func write(_ text: String, age: TimeInterval) throws {
      try text.write(to: file, atomically: true, encoding: .utf8)
      let day = Date(timeIntervalSinceNow: -age)
      try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: file.path)
    }
    try write("one", age: 100)
    #expect(try content() == ["one"])
    #expect(try content() == ["one"])
    #expect(reads == 1)
    try write("two", age: 50)
    #expect(try content() == ["two"])
    #expect(reads == 2)
    try write("six", age: 0)
    #expect(try [content(), content()] == [["six"], ["six"]])
    #expect(reads == 4)
  }
}
