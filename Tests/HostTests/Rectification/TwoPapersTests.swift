import KitModel
import Testing

@testable import dudao

/// A finding that two papers tell: one way leads there, and it ends at the signature.
@Suite("A finding in two papers")
struct TwoPapersTests {
  @Test("The second cannot be signed")
  func second() throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("follow-up", into: folder)
      let capture = Capture()
      func run(_ text: String, by person: String = "罗启超") -> (status: Int32, text: String) {
        let status = Host.run(
          ["--as-of", "2024-09-10", "--person", person, "--format", "csv", "-c", text],
          in: SampleWorkspace.environment(folder: workspace, capture)
        ).rawValue
        return (status, capture.take())
      }
      for (text, person) in [
        ("整改 处理 WT-1 --as 督导整改通知书", "罗启超"), ("整改 拟文 督导整改通知书 --inspection DD-1", "罗启超"),
        ("整改 作废 拟2024-001 --reason 重拟", "罗启超"), ("整改 拟文 督导整改通知书 --inspection DD-1", "罗启超"),
        ("公文 审核 拟2024-002", "沈文静"), ("整改 签发 拟2024-002", "周敬之"),
      ] {
        let done = run(text, by: person)
        #expect(done.status == 0, "\(text)\n\(done.text)")
      }
      let log = run("log | where command contains \"整改 作废\" | select id").text
      let id = try #require(log.split(separator: "\n").compactMap { Int($0) }.first)
      #expect(run("undo \(id)").status == 0)
      #expect(run("公文 审核 拟2024-001", by: "沈文静").status == 0)
      let refused = run("整改 签发 拟2024-001", by: "周敬之")
      #expect(refused.status == 1)
      #expect(refused.text.contains("拟2024-001 不能签发：WT-1 已经写进 试教督改〔2024〕1号"), "\(refused.text)")
    }
  }
}
