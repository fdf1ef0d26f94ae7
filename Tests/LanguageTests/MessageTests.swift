import KitModel
import Testing

@testable import KitLanguage

@Suite struct MessageTests {
  @Test func everyMessageHasItsOwnIdentifier() {
    let ids = LanguageMessages.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.hasPrefix("language.")) }
  }

  @Test(arguments: LanguageMessages.all) func bothLanguagesFillTheSamePlaces(message: Message) {
    func places(_ text: String?) -> Set<String> {
      Set(Message.places(in: text ?? "").filter { !$0.contains(" ") })
    }
    #expect(places(message.zh) == places(message.en), "\(message.id)")
    #expect((message.helpZh == nil) == (message.helpEn == nil), "\(message.id)")
    #expect(!message.zh.isEmpty && !message.en.isEmpty)
  }

  /// What the tests of diagnostics meet is everything that can be said: no message is dead.
  @Test func everyMessageHasAGolden() {
    let met = Set(DiagnosticTests.cases.flatMap(\.codes))
    let missing = LanguageMessages.all.map(\.id).filter { !met.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(arguments: DiagnosticTests.cases) func noPlaceStaysUnfilled(slip: DiagnosticTests.Slip) {
    for diagnostic in Parser.parse(slip.text, mode: slip.mode).diagnostics {
      for language in UILanguage.allCases {
        let said = diagnostic.message.text(language, diagnostic.arguments)
        let help = diagnostic.message.help(language, diagnostic.arguments) ?? ""
        for place in Message.places(in: said + help) { #expect(place.contains(" "), "\(said) \(help)") }
      }
    }
  }
}
