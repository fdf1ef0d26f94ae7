import KitModel
import PluginAPI

/// Help on the saved scripts: what is written at their head, and what they take.
extension HelpPages {
  /// The page of the script of that name in the workspace; none where there is no such script.
  func page(script name: String) -> [Document.Block] {
    guard let name = scripts?.names.first(where: { NameKey($0) == NameKey(name) }),
      let text = text(ofScript: name)
    else { return [] }
    let outline = ScriptOutline(text, catalog: catalog)
    let parameters = outline?.parameters ?? []
    let lines = ScriptOutline.head(of: text)
    var blocks: [Document.Block] = [
      .heading(name, level: 1),
      .paragraph(
        self.text(HelpMessages.kindScript)
          + (lines.isEmpty ? "" : self.text(HelpMessages.colon) + lines.joined(separator: "\n"))),
      .code(([RunWords.name.text(language), name] + parameters.map(usage)).joined(separator: " ")),
    ]
    if outline?.isFaulty ?? true { blocks.append(.paragraph(self.text(HelpMessages.scriptFaulty))) }
    if !parameters.isEmpty { blocks.append(.facts(parameters.map(fact))) }
    return blocks
  }

  /// The scripts of the workspace with the first line of what is written at their head.
  func listOfScripts() -> [Document.Block] {
    guard let names = scripts?.names, !names.isEmpty else { return [] }
    return [
      .heading(text(HelpMessages.allScripts), level: 2),
      .facts(names.map { .init($0, text(ofScript: $0).flatMap { ScriptOutline.head(of: $0).first } ?? "") }),
    ]
  }

  private func text(ofScript name: String) -> String? {
    guard let path = try? scripts?.file(name) else { return nil }
    return try? ScriptFinder.text(path, shown: name)
  }

  private func usage(_ parameter: ScriptOutline.Parameter) -> String {
    let text = "--\(parameter.name) \(parameter.typeName.text(language))"
    return parameter.defaultText == nil ? text : "[\(text)]"
  }

  private func fact(_ parameter: ScriptOutline.Parameter) -> Document.Fact {
    let unless = parameter.defaultText.map { HelpMessages.scriptDefault.text(language, ["value": $0]) }
    let parts = [parameter.typeName.text(language), parameter.help, unless ?? ""]
    return .init(
      "--" + parameter.name, parts.filter { !$0.isEmpty }.joined(separator: language == .zh ? "，" : ", "))
  }
}
