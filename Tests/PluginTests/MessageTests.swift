import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI

@Suite struct PluginMessageTests {
  @Test func messagesAreWholeInBothLanguages() {
    let all = PluginMessages.all
    #expect(Set(all.map(\.id)).count == all.count)
    for message in all {
      #expect(message.id.hasPrefix("plugin."), "\(message.id)")
      #expect(Set(Message.places(in: message.zh)) == Set(Message.places(in: message.en)), "\(message.id)")
      #expect((message.helpZh == nil) == (message.helpEn == nil), "\(message.id)")
      #expect(
        Set(Message.places(in: message.helpZh ?? "")) == Set(Message.places(in: message.helpEn ?? "")),
        "\(message.id)")
    }
  }
}
