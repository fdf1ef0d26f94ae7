import Foundation
import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI
@testable import dudao

/// The examples in the manifests of the plugins are right: each runs on the sample, through the plugin's own library.
@Suite("Examples of the plugins")
struct PluginExampleTests {
  /// A command of a plugin with what has to be there before its examples run.
  static let commands: [CommandDeclaration] = {
    let folder = SampleWorkspace.root + "/Plugins"
    let set = PluginSet(
      search: PluginSearch(
        places: [.init(folder: folder, origin: .sources)],
        libraryFolder: SampleWorkspace.root + "/.build/debug"),
      enabled: nil)
    return set.inUse.flatMap { $0.manifest?.commands ?? [] }
  }()

  private static let wt = "WT2024-002"
  private static let report = "整改 反馈 \(wt) --measure 改了 --evidence workspace.yaml"

  private static let prepare =
    "draw prepare DD2024-04 (school | where stage == \"小学\") --units 5 --public \"上证指数收盘点位\" --on 2024-11-25 --as-of 2024-11-23"
  private static let draw = "draw run CQ2024-001 --published \"3263.76\" --as-of 2024-11-25"

  /// By command: who does what before. What is not listed needs nothing.
  private static let before: [String: [(person: String, text: String)]] = [
    "rectify deliver": [
      ("叶雨桐", "整改 拟文 督导整改通知书 --inspection DD2024-03"), ("沈文静", "公文 审核 拟2024-001"),
      ("周敬之", "整改 签发 拟2024-001"),
    ],
    "draw run": [("周敬之", prepare)], "draw void": [("周敬之", prepare)],
    "draw record": [("周敬之", prepare), ("周敬之", draw)],
    "inspection assign": [("周敬之", "督导 分工 DD2024-04 青石镇中心小学 石玉珍 丁鹏 谢代芳")],
    "rectify sign": [
      ("叶雨桐", "整改 拟文 督导整改通知书 --inspection DD2024-03"), ("沈文静", "公文 审核 拟2024-001"),
    ],
    "rectify void": [("叶雨桐", "整改 拟文 督导整改通知书 --inspection DD2024-03")],
    "rectify check": [("叶雨桐", report)],
    "rectify close": [("叶雨桐", report), ("罗启超", "整改 核查 \(wt) --pass")],
    "rectify decide": [("罗启超", "整改 建议问责")],
    "rectify follow": [
      ("罗启超", "整改 建议问责"),
      ("周敬之", "整改 问责决定 WZ2024-001 --body 委员会 --document 一号 --on 2024-12-20"),
    ],
  ]

  /// By command: who runs its examples.
  private static let person = ["rectify close": "沈文静"]

  @Test("There are commands")
  func some() { #expect(Self.commands.count >= 26) }

  @Test("An example runs", arguments: commands)
  func runs(command: CommandDeclaration) throws {
    for example in command.examples {
      try withTemporaryFolder { folder in
        let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
        let capture = Capture()
        // A draw is prepared before its public number is there.
        let day =
          command.name.en.hasPrefix("rectify")
          ? "2024-12-31" : command.name.en == "draw prepare" ? "2024-11-23" : "2024-11-25"
        func run(_ text: String, by person: String) -> Int32 {
          Host.run(
            ["--yes", "--as-of", day, "--person", person, "-c", text],
            in: SampleWorkspace.environment(folder: workspace, capture)
          ).rawValue
        }
        for step in Self.before[command.name.en] ?? [] {
          #expect(run(step.text, by: step.person) == 0, "\(step.text)\n\(capture.take())")
        }
        let status = run(example.text, by: Self.person[command.name.en] ?? SampleWorkspace.approver)
        #expect(status == 0, "\(example.text)\n\(capture.take())")
      }
    }
  }
}
