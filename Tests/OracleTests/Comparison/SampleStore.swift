import Foundation
import KitModel
import KitQuery
import KitStore

/// A store with the data of a world, in a folder of its own that is removed with it.
final class SampleStore {
  let store: SQLiteStore
  private let folder: URL

  init(_ world: World) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dudao-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try SQLiteStore(file: folder.appending(path: "workspace.sqlite").path)
    try store.declare(world.entities, context: Self.context)
    _ = try store.change(Self.context) { change in
      for entity in world.entities { try Self.write(world, entity, change) }
    }
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func write(_ world: World, _ entity: EntityDeclaration, _ change: any ChangeTransaction)
    throws
  {
    guard let rows = world.data[entity.fullName], !rows.isEmpty else { return }
    let fields = world.allFields(of: entity)
    let writer = try change.rowWriter(into: entity, fields: fields.map(\.id), mode: .insert, source: nil)
    var buffer = RowBuffer(width: fields.count)
    for (number, row) in rows.enumerated() {
      for (value, field) in zip(row, fields) { try buffer.append(value, as: field.type) }
      buffer.endRow(number: number + 1)
    }
    try writer.append(buffer)
    _ = try writer.finish()
  }

  private static let context = ChangeContext(
    person: "张三", login: "zhang", time: Timestamp(seconds: 1_732_000_000, offset: 28_800), command: "test")
}
