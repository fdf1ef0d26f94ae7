import KitModel
import KitStore

/// What a session works on: the store of an open workspace and what is declared in it.
public struct SessionWorkspace: Sendable {
  /// The workspace's folder.
  public var folder: String
  public var store: any Store
  public var entities: [EntityDeclaration]
  public var calendar: SchoolCalendar

  public init(
    folder: String, store: any Store, entities: [EntityDeclaration],
    calendar: SchoolCalendar = SchoolCalendar()
  ) {
    self.folder = folder
    self.store = store
    self.entities = entities
    self.calendar = calendar
  }

  /// Where files are written.
  public var exports: String { folder + "/exports" }
}
