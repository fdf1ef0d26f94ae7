import KitModel
import Testing

@testable import dudao

@Suite("Messages of the host")
struct HostMessagesTests {
  @Test("Identifiers are unique and begin with the module")
  func identifiers() {
    let ids = HostMessages.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("host.") })
  }

  @Test("Both languages have the same places", arguments: HostMessages.all)
  func places(message: Message) {
    #expect(Set(Message.places(in: message.zh)) == Set(Message.places(in: message.en)))
    #expect((message.helpZh == nil) == (message.helpEn == nil))
    #expect(Set(Message.places(in: message.helpZh ?? "")) == Set(Message.places(in: message.helpEn ?? "")))
  }
}
