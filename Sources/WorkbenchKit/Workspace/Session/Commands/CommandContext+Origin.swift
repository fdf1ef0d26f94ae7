import KitModel
import KitStore

extension CommandContext {
  /// Where the present value of a field of a row comes from.
  /// - Parameter relation: Full name of an entity: `district.finding`.
  /// - Returns: Nil where there is no workspace, no such entity or no such row.
  public func origin(of relation: String, key: [Value], field: String) throws -> CellOrigin? {
    guard let workspace, let entity = workspace.entities.first(where: { $0.fullName == relation }) else {
      return nil
    }
    return try workspace.store.origin(entity: entity, key: key, field: field)
  }
}
