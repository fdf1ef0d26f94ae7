import FoundationEssentials
import KitModel
import KitWorkspace
import PluginAPI
import Testing

@testable import dudao

/// The examples that help shows for the commands are right: each runs on the sample as it stands there.
@Suite("Examples of the commands")
struct CommandExampleTests {
  static let declarations: [CommandDeclaration] = {
    var registry = CommandRegistry()
    try? HostCommands.register(in: &registry, state: HostState())
    return registry.entries.map(\.declaration)
  }()

  @Test("Every command has an example")
  func some() {
    #expect(Self.declarations.count > 15)
    for declaration in Self.declarations {
      #expect(!declaration.examples.isEmpty, "\(declaration.name.en)")
    }
  }

  @Test("An example runs", arguments: declarations)
  func runs(declaration: CommandDeclaration) throws {
    for example in declaration.examples {
      try withTemporaryFolder { folder in
        let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
        let capture = Capture()
        func succeeds(_ text: String) -> Bool {
          .done
            == Host.run(
              ["--yes", "--as-of", SampleWorkspace.day, "--person", SampleWorkspace.approver, "-c", text],
              in: SampleWorkspace.environment(folder: workspace, capture))
        }
        // What an example speaks of is there: a backup, a change that can be taken back.
        #expect(succeeds("backup"))
        _ = capture.take()
        #expect(succeeds(example.text), "\(example.text)\n\(capture.take())")
      }
    }
  }
}
