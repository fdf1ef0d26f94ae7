import KitLanguage
import KitModel
import KitQuery
import PluginAPI
import Testing

@testable import dudao

@Suite("Help")
struct HelpTests {
  private func text(_ document: Document, _ language: UILanguage = .zh) -> String {
    DocumentText(formatter: .init(language: language), width: nil, palette: Palette(isOn: false)).text(
      document)
  }

  private func pages(_ language: UILanguage = .zh) -> HelpPages {
    HelpPages(language: language, commands: [], catalog: Catalog())
  }

  @Test("A word's page says what it is, how it is written, and shows it at work in both languages")
  func stage() throws {
    let page = text(try pages().page("筛选"))
    #expect(page.hasPrefix("筛选 · where\n"))
    #expect(page.contains("学校 | 筛选 学段 == \"小学\" 且 学生数 > 500"))
    #expect(page.contains("school | where stage == \"小学\" and pupils > 500"))
  }

  @Test(
    "Every word of the language has a page in both languages",
    arguments: Words.all.filter { $0.kind != .command })
  func everyWord(word: Word) throws {
    for language in UILanguage.allCases {
      for name in [word.english, word.chinese] {
        let page = text(try pages(language).page(name), language)
        #expect(page.contains(word.meaning.text(language)))
        #expect(!word.examples.isEmpty && word.examples.allSatisfy { page.contains($0.text(language)) })
      }
    }
  }

  @Test("What Excel calls it leads to the word here; what is like nothing leads nowhere")
  func unknown() {
    #expect(throws: Diagnostic(HelpMessages.topicNear, ["topic": "过滤", "near": "筛选"])) {
      try pages().page("过滤")
    }
    #expect(throws: Diagnostic(HelpMessages.topicUnknown, ["topic": "电子表格软件", "near": ""])) {
      try pages().page("电子表格软件")
    }
  }

  @Test("The overview names every stage, function and command once", arguments: UILanguage.allCases)
  func overview(language: UILanguage) {
    let page = text(pages(language).overview(), language)
    for word in Words.all where word.kind == .stage || word.kind.isFunction {
      #expect(page.contains(word.meaning.text(language)))
    }
  }
}
