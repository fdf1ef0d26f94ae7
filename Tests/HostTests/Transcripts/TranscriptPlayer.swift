import FoundationEssentials
import KitModel
import PluginAPI

@testable import dudao

/// Types the inputs of a transcript and takes down the answers.
struct TranscriptPlayer {
  let transcript: Transcript
  /// The folder of the workspace's copy.
  let workspace: String
  private let capture = Capture()

  init(_ transcript: Transcript, workspace: String) {
    self.transcript = transcript
    self.workspace = workspace
  }

  func answers() throws -> [[String]] {
    var prompt: WorkspaceSession?
    return try transcript.exchanges.map { exchange in
      if exchange.isShell {
        // The shell's command has the store to itself, as it has when a person leaves the prompt for it.
        try prompt?.session.workspace?.store.close()
        prompt = nil
        return shell(exchange.input)
      }
      let session = try prompt ?? open()
      prompt = session
      if case .exit = session.run(exchange.input) { prompt = nil }
      return lines(capture.take())
    }
  }

  private var settings: [String] {
    ["--as-of", transcript.settings["as-of"] ?? SampleWorkspace.day]
      + ["--person", transcript.settings["person"] ?? SampleWorkspace.person]
      + (transcript.settings["lang"].map { ["--lang", $0] } ?? [])
  }

  private func shell(_ line: String) -> [String] {
    let words = Self.words(line)
    // What the line says itself stands behind, and so goes before.
    let status = Host.run(
      settings + words.dropFirst(), in: SampleWorkspace.environment(folder: workspace, capture))
    return lines(capture.take()) + (status == .done ? [] : ["[exit \(status.rawValue)]"])
  }

  /// The session that the prompt has, without a terminal around it.
  private func open() throws -> WorkspaceSession {
    let environment = SampleWorkspace.environment(folder: workspace, capture)
    let options = try Invocation(settings, inputIsTerminal: true).options
    let opened = try OpenedWorkspace(folder: workspace, environment: environment, options: options)
    let presenter = Presenter(
      settings: .init(
        language: opened.language, format: .table, usesLabels: false, terminal: .none, pager: nil),
      console: capture.console)
    let session = Session(
      workspace: opened.workspace, registry: opened.registry,
      options: SessionOptions(
        language: opened.language, mode: .prompt, person: options.person ?? "", login: environment.login,
        asOf: options.asOf, papers: .documents),
      delegate: presenter)
    return WorkspaceSession(session: session, presenter: presenter, state: opened.state, name: "sample-2024")
  }

  /// Declared volatile: where the copy of the workspace and the project lie, and how long something took.
  private func lines(_ output: String) -> [String] {
    Transcript.lines(
      of: output.replacing(workspace, with: "<workspace>").replacing(SampleWorkspace.root, with: "<dudao>")
        .replacing(/\d+\.\d+ (秒|s)\n/) { "<time> \($0.output.1)\n" })
  }

  /// Words of a shell, with its quotes taken off.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
