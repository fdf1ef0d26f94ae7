import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI

/// What `plugin.yaml` may say, and what is said about one that is wrong.
@Suite struct ManifestTests {
  static let good = """
    id: duty
    label: 履职
    english: Township duty
    version: 1.0.0
    api: 1
    requires: [district]
    library: TownshipDuty
    meaning: {zh: 乡镇履职评价。, en: Evaluation of townships.}
    commands:
      - name: duty assign
        label: 履职 派单
        meaning: {zh: 派一件事。, en: Assigns a task.}
        effects: [writes]
        parameters:
          - {id: unit, label: 单位, english: UNIT, positional: true, type: ref(district.unit), required: true, help: {zh: 给谁, en: to whom}}
          - {id: by-day, label: 期限, english: DAY, type: date, default: 2024-09-01, help: {zh: 到哪天, en: until when}}
          - {id: files, label: 附件, english: FILE, type: "file(docx,pdf)", repeated: true, help: {zh: 附上, en: attached}}
        examples:
          - {text: duty assign 青石镇, meaning: {zh: 给青石镇, en: to Qingshi}}
    """

  private func read(_ text: String) throws -> PluginManifest {
    try ManifestReader.read(Array(text.utf8), file: "plugin.yaml")
  }

  @Test func aManifestIsReadWhole() throws {
    let manifest = try read(Self.good)
    #expect(manifest.names == ["duty", "履职", "Township duty"])
    #expect(manifest.requires == ["district"])
    #expect(manifest.libraryFile == "libTownshipDuty.so")
    let command = try #require(manifest.commands.first)
    #expect(command.name == Label(zh: "履职 派单", en: "duty assign"))
    #expect(command.effects == [.writes])
    #expect(
      command.parameters.map(\.type) == [
        .value(.reference("district.unit")), .value(.date), .file(["docx", "pdf"]),
      ])
    #expect(command.parameters[1].defaultValue == CalendarDate(iso: "2024-09-01").map(Value.date))
    #expect(command.usage(.zh) == "履职 派单 单位 [--by-day 期限] [--files 附件]…")
  }

  @Test(arguments: [
    ("api: 1", "api: 7", "plugin.api-other", nil),
    ("    api: 1\n", "", "plugin.api-missing", 1),
    ("id: duty", "id: Duty!", "plugin.identifier", 1),
    ("library: TownshipDuty", "library: ../evil", "plugin.file-name", 7),
    ("library: TownshipDuty", "", "plugin.commands-without-library", 10),
    ("type: date,", "type: dat,", "plugin.word-unknown", 16),
    ("default: 2024-09-01", "default: 2024-13-01", "plugin.default-type", 16),
    ("id: by-day", "id: unit", "plugin.name-twice", nil),
    ("label: 履职 派单", "label: 履职|派单", "plugin.command-name", 11),
    ("effects: [writes]", "effects: [explodes]", "plugin.word-unknown", 13),
    ("version: 1.0.0", "verzion: 1.0.0", "workspace.yaml-unknown-key-near", 4),
  ])
  func aFaultIsNamedWithItsLine(wrong: (from: String, to: String, id: String, row: Int?)) throws {
    let broken = Self.good.replacing(
      wrong.from.hasPrefix("    ") ? String(wrong.from.dropFirst(4)) : wrong.from, with: wrong.to)
    #expect(broken != Self.good)
    let error = #expect(throws: (any Error).self) { try read(broken) }
    let found = try diagnostics(of: #require(error))
    let fault = try #require(found.first { $0.message.id == wrong.id }, "\(found.map(\.message.id))")
    if let row = wrong.row { #expect(fault.location?.row == row) }
    #expect(fault.location?.file == "plugin.yaml")
  }

  @Test func allFaultsOfAManifestAreToldTogether() throws {
    let broken = Self.good.replacing("id: duty\n", with: "id: 1duty\n")
      .replacing("effects: [writes]", with: "effects: [nothing]")
    let error = #expect(throws: (any Error).self) { try read(broken) }
    #expect(
      try diagnostics(of: #require(error)).map(\.message.id) == ["plugin.identifier", "plugin.word-unknown"])
  }
}
