import KitFormats
import KitModel
import Testing

@Suite struct MessageTests {
  @Test func identifiersAreUniqueAndOfThisModule() {
    let identifiers = FormatsMessages.all.map(\.id)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.allSatisfy { $0.hasPrefix("formats.") })
  }

  @Test(arguments: FormatsMessages.all) func bothLanguagesSayTheSame(message: Message) {
    #expect(Set(Message.places(in: message.zh)) == Set(Message.places(in: message.en)))
    #expect(
      Set(message.helpZh.map(Message.places(in:)) ?? []) == Set(message.helpEn.map(Message.places(in:)) ?? [])
    )
    #expect((message.helpZh == nil) == (message.helpEn == nil))
  }
}
