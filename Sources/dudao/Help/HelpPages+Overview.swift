import KitLanguage
import KitModel
import PluginAPI

extension HelpPages {
  /// The page for `help` alone: how to begin, then every word and command with one line each.
  func overview() -> Document {
    var blocks: [Document.Block] = [
      .heading(text(HelpMessages.title), level: 1),
      .paragraph(text(HelpMessages.introduction)),
      .code(text(HelpMessages.firstLines)),
      .heading(text(HelpMessages.allCommands), level: 2),
      .facts(commands.map { .init(bothNames($0.name), $0.meaning.text(language)) }),
    ]
    blocks += listOfScripts()
    blocks += [
      .heading(text(HelpMessages.allStages), level: 2),
      .facts(Words.of(.stage).map(fact)),
      .heading(text(HelpMessages.allStatements), level: 2),
      .facts(Words.of(.statement).map(fact)),
    ]
    for kind in [Word.Kind.aggregate, .windowFunction, .function] {
      blocks.append(.heading(kindName(kind), level: 2))
      blocks.append(.facts(Words.of(kind).map(fact)))
    }
    blocks.append(.heading(text(HelpMessages.allOperators), level: 2))
    blocks.append(.facts((Words.of(.comparison) + Words.of(.logic) + Words.of(.arithmetic)).map(fact)))
    blocks.append(.paragraph(text(HelpMessages.more)))
    return Document(blocks)
  }

  private func fact(_ word: Word) -> Document.Fact {
    Document.Fact(bothNames(Label(zh: word.chinese, en: word.english)), word.meaning.text(language))
  }

  /// The reader's name first.
  private func bothNames(_ name: Label) -> String {
    if name.zh == name.en { return name.zh }
    return language == .zh ? name.zh + " " + name.en : name.en + " " + name.zh
  }
}
