import FoundationEssentials
import GoldenFile
import KitModel
import Testing

@testable import dudao

/// A run that is had again: the same, other than it was through changes of the journal, and other without any.
@Suite("Runs had again")
struct RerunGoldenTests {
  @Test("Same, explained, not explained", arguments: UILanguage.allCases)
  func everythingReadsAsItShould(language: UILanguage) throws {
    let text = try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("only-data", into: folder)
      let capture = Capture()
      var said = ""
      func run(_ words: String...) {
        let status = Host.run(
          ["--as-of", "2024-12-02", "--person", "罗启超", "--lang", language.rawValue] + words,
          in: SampleWorkspace.environment(folder: workspace, capture))
        said += "$ " + words.joined(separator: " ") + "\n" + capture.take()
        said += status == .done ? "" : "[exit \(status.rawValue)]\n"
      }
      func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: workspace + "/" + name))
      }
      try write(
        "scripts/term.dd",
        """
        参数 名: 文本
        打印 名, 今天() 属于 2024秋
        学校 | 选列 代码, 名称, 简称
        学校 | 分组 乡镇街道 { n = 计数() } | 导出 "各镇.xlsx"
        form out care.sheet_office 2024 --deadline 2024-12-10
        问题 | 计数
        """)
      run("run", "term", "--名", "甲")
      run("rerun", "8")
      run("-c", "学校 | 取 1 | 更新 简称 = \"甲小\"")
      run("-c", "问题 | 取 1 | 更新 状态 = \"整改中\"")
      run("rerun", "8")
      // Nothing of this is in the journal.
      let yaml = try String(contentsOfFile: workspace + "/workspace.yaml", encoding: .utf8)
      try write("workspace.yaml", yaml + "calendar: {autumn_starts: 12-15}\n")
      try write("scripts/term.dd", "打印 \"另一个脚本\"\n")
      run("rerun", "8")
      run("verify")
      return said.replacing(workspace, with: "<workspace>").replacing(SampleWorkspace.root, with: "<dudao>")
    }
    let golden = GoldenFile("rerun.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}
