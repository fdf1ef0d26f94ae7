import KitLanguage
import KitModel
import Testing

@testable import KitWorkspace

@Suite struct CommandRegistryTests {
  private struct Nothing: WorkbenchCommand {
    func run(_ arguments: CommandArguments, in context: any CommandContext) -> CommandResult { .none }
  }

  private func registry() throws -> CommandRegistry {
    var registry = CommandRegistry()
    for (zh, en) in [("目录", "catalog"), ("插件 列表", "plugin list"), ("插件 诊断", "plugin doctor")] {
      try registry.add(
        CommandDeclaration(name: Label(zh: zh, en: en), meaning: Label(zh: zh, en: en)), Nothing())
    }
    return registry
  }

  private func command(_ words: String...) -> Command {
    let span = SourceSpan(0, 1)
    return Command(
      name: Name(words[0], span: span),
      arguments: words.dropFirst().map { Argument(.word(.bare($0)), span: span) }, span: span)
  }

  @Test func aCommandIsFoundInEitherLanguage() throws {
    let registry = try registry()
    #expect(try registry.resolve(command("CATALOG")).entry.declaration.name.zh == "目录")
    let (entry, rest) = try registry.resolve(command("插件", "诊断", "duty"))
    #expect(entry.declaration.name.en == "plugin doctor")
    #expect(rest.count == 1)
    #expect(registry.begins(with: "plugin") && !registry.begins(with: "list"))
  }

  @Test func anUnknownVerbListsThoseThatAre() throws {
    let registry = try registry()
    let error = #expect(throws: Diagnostic.self) { try registry.resolve(command("plugin", "docter")) }
    #expect(error?.message == SessionMessages.commandVerbUnknown)
    #expect(error?.fixes.map(\.replacement) == ["doctor"])
    #expect(throws: Diagnostic.self) { try registry.resolve(command("plugin")) }
  }

  @Test func aNameThatIsTakenIsRefusedAndNamesBoth() throws {
    var registry = try registry()
    let clash = CommandDeclaration(
      name: Label(zh: "目录", en: "index"), plugin: "duty", meaning: Label(zh: "", en: ""))
    let error = #expect(throws: Diagnostic.self) { try registry.add(clash, Nothing()) }
    #expect(error?.arguments["first"] == "dudao" && error?.arguments["second"] == "duty")
    #expect(registry.entries.count == 3)
  }

  @Test func nearNamesAreOffered() throws {
    let error = #expect(throws: Diagnostic.self) { try registry().resolve(command("catalogue")) }
    #expect(error?.fixes.map(\.replacement) == ["catalog"])
  }

  @Test func messagesAreWholeInBothLanguages() {
    let all = SessionMessages.all
    #expect(Set(all.map(\.id)).count == all.count)
    for message in all {
      #expect(message.id.hasPrefix("workspace."), "\(message.id)")
      #expect(Set(Message.places(in: message.zh)) == Set(Message.places(in: message.en)), "\(message.id)")
      #expect(
        Set(Message.places(in: message.helpZh ?? "")) == Set(Message.places(in: message.helpEn ?? "")),
        "\(message.id)")
    }
  }
}
