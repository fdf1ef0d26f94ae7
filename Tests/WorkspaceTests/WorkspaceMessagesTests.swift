import KitModel
import KitWorkspace
import Testing

@Suite struct WorkspaceMessagesTests {
  @Test func idsAreUniqueAndNamedAfterTheModule() {
    let ids = WorkspaceMessages.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("workspace.") })
  }

  @Test(arguments: WorkspaceMessages.all) func bothLanguagesHaveTheSamePlaces(message: Message) {
    #expect(Set(Message.places(in: message.zh)) == Set(Message.places(in: message.en)))
    #expect((message.helpZh == nil) == (message.helpEn == nil))
  }
}
