import Foundation
import KitArchive
import KitDocuments
import KitFormats
import KitLanguage
import KitModel
import KitPapers
import KitQuery
import KitRubrics
import KitStore
import KitWorkspace
import PluginAPI
import Testing

@testable import District
@testable import Rectification
@testable import dudao

/// Nothing is said to a clerk that nobody has read: the words of every message stand in some golden.
@Suite("Every message has a golden")
struct CatalogueTests {
  private static let all = [
    SystemReason.all, LanguageMessages.all, QueryMessages.all, StoreMessages.all, FormatsMessages.all,
    DocumentMessages.all, WorkspaceMessages.all, PapersMessages.all, RubricMessages.all, ArchiveMessages.all,
    PluginMessages.all,
    HostMessages.all, DistrictMessages.all, RectifyMessages.all,
  ].flatMap { $0 }

  /// Messages that no test brings about, and why.
  private static let exceptions = [
    "district.draw-no-template": "the plugin brings its template along, and no test takes it away",
    "district.procedures-missing": "the plugin brings its procedures along, and no test takes them away",
    "formats.csv-encoding-unavailable": "the machine of the tests knows every encoding that is read",
    "formats.zip-directory": "libzip tells the directories that we know how to damage as truncated",
    "host.usage-other": "a complaint of the argument parser in a form that nobody knows yet",
    "host.workspace-build-interrupted": "Ctrl-C at a moment that no golden can choose: see KilledBuildTests",
    "query.lookup-failed": "only a mistake in the compiler brings it",
    "rectify.no-disposition": "the declaration of the command lets nothing else through",
    "rectify.told-twice": "wants an undo between two drafts: see TwoPapersTests",
    "rectify.no-rules": "only a damaged installation lacks the file",
    "rubrics.sheets-other-rubric":
      "wants a rubric that was kept by a version whose rubrics this one cannot read",
    "store.read-only-place": "whoever runs the tests may be root, to whom no folder is closed",
  ]

  /// Words in workbooks: tests of their writers read them.
  private static let words = ["formats.word-", "workspace.words-"]

  @Test("In both languages", arguments: UILanguage.allCases)
  func everyMessageHasAGolden(language: UILanguage) throws {
    let goldens = try GoldenTexts()
    let missing = Self.all.filter { message in
      !Self.words.contains { message.id.hasPrefix($0) } && !goldens.hold(message.text(language))
    }.map(\.id)
    #expect(missing.filter { Self.exceptions[$0] == nil } == [])
    // An exception that has a golden after all is none.
    #expect(Self.exceptions.keys.filter { !missing.contains($0) }.sorted() == [])
  }

  @Test("No message stands outside the catalogues")
  func everyMessageIsInACatalogue() throws {
    let known = Set(Self.all.map(\.id))
    for folder in ["Sources", "Plugins"] {
      for file in try GoldenTexts.files(below: folder) where file.hasSuffix(".swift") {
        let source = try String(contentsOfFile: file, encoding: .utf8)
        let ids = source.matches(of: /Message\(\s*"([a-z]+\.[a-z-]+)"/).map { String($0.output.1) }
        #expect(ids.filter { !known.contains($0) } == [], "\(file)")
      }
    }
  }
}

/// All goldens and transcripts of the project.
private struct GoldenTexts {
  private static let folders = ["/Goldens/", "/Diagnostics/", "/Transcripts/"]
  private let bytes: Data

  init() throws {
    let files = try Self.files(below: "Tests").filter { file in
      !file.hasSuffix(".swift") && Self.folders.contains { file.contains($0) }
    }
    bytes = files.reduce(into: Data()) { all, file in
      all += (FileManager.default.contents(atPath: file) ?? Data()) + [10]
    }
  }

  static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: SampleWorkspace.root + "/" + folder).map {
      SampleWorkspace.root + "/\(folder)/" + $0
    }
  }

  /// Whether each line of a message stands there, with anything in the places that are filled.
  func hold(_ template: String) -> Bool {
    template.split(separator: "\n").allSatisfy { line in
      let parts = line.split(omittingEmptySubsequences: false) { $0 == "{" }.enumerated().map { place, part in
        place == 0 ? part : part.drop { $0 != "}" }.dropFirst()
      }.filter { !$0.isEmpty }
      guard let longest = parts.max(by: { $0.utf8.count < $1.utf8.count }) else { return true }
      return lines(with: longest).contains { Self.stand(parts, in: $0) }
    }
  }

  private static func stand(_ parts: [Substring], in line: String) -> Bool {
    var rest = line[...]
    for part in parts {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// The lines in which a text stands.
  private func lines(with text: Substring) -> some Sequence<String> {
    let wanted = Data(text.utf8)
    return sequence(state: bytes.startIndex) { [bytes] from -> String? in
      guard let found = bytes.range(of: wanted, in: from..<bytes.endIndex) else { return nil }
      let start = bytes[..<found.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? bytes.startIndex
      from = bytes[found.lowerBound...].firstIndex(of: 10) ?? bytes.endIndex
      return String(decoding: bytes[start..<from], as: UTF8.self)
    }
  }
}
