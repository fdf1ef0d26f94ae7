import KitModel
import KitStore
import Testing

@Suite struct StoreMessagesTests {
  @Test func everyMessageHasItsOwnIdOfThisModule() {
    let ids = StoreMessages.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("store.") })
  }

  @Test(arguments: StoreMessages.all) func bothLanguagesSayTheSame(message: Message) {
    #expect((message.helpZh == nil) == (message.helpEn == nil))
    // Words that differ between the languages come in pairs: {field} and {fieldEn}.
    func places(_ texts: String?...) -> Set<String> {
      Set(
        texts.compactMap { $0 }.flatMap(Message.places).map {
          $0.hasSuffix("En") ? String($0.dropLast(2)) : $0
        })
    }
    #expect(places(message.zh, message.helpZh) == places(message.en, message.helpEn))
  }
}
