import Foundation
import GoldenFile
import KitModel
import Testing

@testable import dudao

/// What a paper shows and says does not follow what becomes of files and of its text behind the register.
@Suite("Papers that stay as they were")
struct PaperKeepingTests {
  /// A picture of one point, in this grey.
  private static func png(_ grey: UInt8) -> Data {
    Data(grey == 0 ? Self.dark : Self.light)
  }
  private static let dark = base64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
  private static let light = base64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==")

  private static func base64(_ text: String) -> [UInt8] { [UInt8](Data(base64Encoded: text) ?? Data()) }

  private final class Office {
    let workspace: String
    let language: UILanguage
    private let capture = Capture()
    private(set) var said = ""

    init(in folder: String, _ language: UILanguage) throws {
      workspace = try SampleWorkspace.copy("follow-up", into: folder)
      self.language = language
      let rules = try String(contentsOfFile: workspace + "/papers.yaml", encoding: .utf8)
      try write("papers.yaml", rules + "kinds:\n  - {id: photo, label: 照片, series: 督导, template: 照片}\n")
      try write("templates/照片.md", "# 校门口的照片\n\n```图片 图.png 校门口\n```\n")
    }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws {
      let url = URL(filePath: workspace + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: workspace + "/" + name)) }

    @discardableResult
    func run(_ text: String, by person: String = "罗启超", dry: Bool = false) -> String {
      let options = ["--as-of", "2024-09-10", "--person", person, "--lang", language.rawValue, "--yes"]
      let status = Host.run(
        options + (dry ? ["--dry-run"] : []) + ["-c", text],
        in: SampleWorkspace.environment(folder: workspace, capture)
      ).rawValue
      let answer = capture.take()
      said += "> \(text)\(dry ? "  (dry)" : "")\n\(answer)" + (status == 0 ? "" : "[exit \(status)]\n")
      return answer
    }
  }

  @Test("Told in both languages", arguments: UILanguage.allCases)
  func told(language: UILanguage) throws {
    let text = try withTemporaryFolder { folder in
      let office = try Office(in: folder, language)
      // No draft without its picture.
      office.run("公文 拟稿 照片")
      try office.write("templates/图.png", Data(Self.png(0).dropLast(20)))
      office.run("公文 拟稿 照片")
      try office.write("templates/图.png", Self.png(0))
      office.run("公文 拟稿 照片")
      office.run("公文 打印 拟2024-001 --to html --folder 纸")
      let first = try office.bytes("exports/纸/拟2024-001.html")
      // Another file beside the template is another paper's.
      try office.write("templates/图.png", Self.png(255))
      office.run("公文 打印 拟2024-001 --to html --folder 纸")
      #expect(try office.bytes("exports/纸/拟2024-001.html") == first)
      office.run("公文 拟稿 照片")
      let kept = try FileManager.default.contentsOfDirectory(atPath: office.workspace + "/evidence")
      #expect(kept.count == 2)
      let dark = try #require(kept.first { try office.bytes("evidence/" + $0) == Self.png(0) })
      try office.write("evidence/" + dark, Self.png(255))
      office.run("公文 打印 拟2024-001 拟2024-002 --to html --folder 两份")
      #expect(FileManager.default.fileExists(atPath: office.workspace + "/exports/两份/拟2024-002.html"))
      return office.said.replacing(office.workspace, with: "<workspace>")
    }
    let golden = GoldenFile("pictures.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }

  @Test("A time limit that only the text has stops the signature", arguments: UILanguage.allCases)
  func limits(language: UILanguage) throws {
    let text = try withTemporaryFolder { folder in
      let office = try Office(in: folder, language)
      office.run("整改 处理 WT-1 --as 督导整改通知书")
      office.run("整改 拟文 督导整改通知书 --inspection DD-1")
      office.run("公文 文稿 拟2024-001")
      let name = "exports/\(language == .zh ? "公文" : "papers")/拟2024-001.md"
      let paper = try #require(String(data: try office.bytes(name), encoding: .utf8))
      let changed = paper.replacing(/[0-9]+(个工作日|日)内/) { "5\($0.output.1)内" }
      #expect(changed != paper)
      try office.write("改.md", changed)
      office.run("公文 文稿 拟2024-001 --from 改.md")
      office.run("公文 审核 拟2024-001", by: "沈文静")
      office.run("整改 签发 拟2024-001", by: "周敬之")
      // As it was drafted it can be signed.
      office.run("公文 文稿 拟2024-001 --from \(name)")
      office.run("公文 审核 拟2024-001", by: "沈文静")
      office.run("整改 签发 拟2024-001", by: "周敬之")
      return office.said.replacing(office.workspace, with: "<workspace>")
    }
    let golden = GoldenFile("limits.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }

  @Test("In a dry run a later statement finds what a command before it did, and nothing stays")
  func dryRun() throws {
    try withTemporaryFolder { folder in
      let office = try Office(in: folder, .zh)
      let steps = """
        整改 处理 WT-1 --as 督导整改通知书
        整改 拟文 督导整改通知书 --inspection DD-1
        公文 | 计数
        """
      // What the workspace lists is imported first.
      office.run("公文 | 计数")
      let tried = office.run(steps, dry: true)
      #expect(tried.contains("拟2024-001"), "\(tried)")
      #expect(office.run("公文 | 计数").contains("0"))
      let done = office.run(steps)
      #expect(tried.hasPrefix(done.prefix(200)), "\(tried)\n\(done)")
    }
  }

  @Test(
    "Columns that no document may show are refused in the queries of a kind", arguments: ["facts", "items"])
  func restricted(place: String) throws {
    try withTemporaryFolder { folder in
      let office = try Office(in: folder, .zh)
      let query = "\"accountability | select person, number\""
      try office.write(
        "papers.yaml",
        "series: [{id: 函, code: 试函}]\nkinds:\n  - id: named\n    label: 人名\n    series: 函\n    template: 人名\n    \(place): "
          + (place == "facts" ? query : "{问责: \(query)}") + "\n")
      try office.write("templates/人名.md", "# 人名\n\n{{个人}}{{#问责}}{{个人}}{{/问责}}\n")
      let answer = office.run("公文 拟稿 人名")
      #expect(answer.contains("“个人”不能写进文档："), "\(answer)")
      #expect(office.run("公文 | 计数").contains("0"))
    }
  }
}
