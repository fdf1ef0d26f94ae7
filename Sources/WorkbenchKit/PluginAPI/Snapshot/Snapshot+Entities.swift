import KitModel
import KitWorkspace

extension FieldDeclaration: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(
      id: try reader.read(), label: try reader.read(), aliases: try reader.read(), former: try reader.read(),
      type: try reader.read(), choiceAliases: try reader.read(), isRequired: try reader.read(),
      isUnique: try reader.read(), minimum: try reader.read(), maximum: try reader.read(),
      pattern: try reader.read(), defaultValue: try reader.read(), holdsMany: try reader.read(),
      isSensitive: try reader.read(), restriction: try reader.read(), meaning: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(id)
    writer.write(label)
    writer.write(aliases)
    writer.write(former)
    writer.write(type)
    writer.write(choiceAliases)
    writer.write(isRequired)
    writer.write(isUnique)
    writer.write(minimum)
    writer.write(maximum)
    writer.write(pattern)
    writer.write(defaultValue)
    writer.write(holdsMany)
    writer.write(isSensitive)
    writer.write(restriction)
    writer.write(meaning)
  }
}

extension ComputedColumns: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(pipeline: try reader.read(), columns: try reader.read(), plugin: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(pipeline)
    writer.write(columns)
    writer.write(plugin)
  }
}

extension EntityDeclaration.YearSplit: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(
      into: try reader.read(), key: try reader.read(), columns: try reader.read(), repeats: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(into)
    writer.write(key)
    writer.write(columns)
    writer.write(repeats)
  }
}

extension EntityDeclaration.Whole: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(field: try reader.read(), value: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(field)
    writer.write(value)
  }
}

extension EntityDeclaration: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    let plugin = try reader.read(String.self)
    let id = try reader.read(String.self)
    let label = try reader.read(Label.self)
    let (aliases, former) = (try reader.read([String].self), try reader.read([String].self))
    let (meaning, extends) = (try reader.read(Label?.self), try reader.read(String?.self))
    let parent = try reader.read([String].self)
    self.init(
      plugin: plugin, id: id, label: label, aliases: aliases, former: former, meaning: meaning,
      extends: extends, parentValue: parent.count == 2 ? (parent[0], parent[1]) : nil,
      key: try reader.read(), order: try reader.read(), nameField: try reader.read(),
      matchFields: try reader.read(), fields: try reader.read(), computed: try reader.read(),
      yearSplit: try reader.read(), whole: try reader.read(), writtenBy: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(plugin)
    writer.write(id)
    writer.write(label)
    writer.write(aliases)
    writer.write(former)
    writer.write(meaning)
    writer.write(extends)
    writer.write(parentValue.map { [$0.field, $0.value] } ?? [])
    writer.write(key)
    writer.write(order)
    writer.write(nameField)
    writer.write(matchFields)
    writer.write(fields)
    writer.write(computed)
    writer.write(yearSplit)
    writer.write(whole)
    writer.write(writtenBy)
  }
}

extension EntityFile.Addition: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(to: try reader.read(), columns: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(to)
    writer.write(columns)
  }
}

extension EntityFile: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(entities: try reader.read(), additions: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(entities)
    writer.write(additions)
  }
}
