import KitModel
import KitRubrics
import KitWorkspace

extension ArgumentType: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .value(try reader.read())
    case 1: self = .file(try reader.read())
    case 2: self = .newFile(try reader.read())
    case 3: self = .folder
    case 4: self = .relation
    case 5: self = .pair
    case 6: self = .rows
    case 7: self = .word
    case 8: self = .script
    default: throw SnapshotReader.Damaged()
    }
  }

  func write(to writer: inout SnapshotWriter) {
    switch self {
    case .value(let type):
      writer.write(0)
      writer.write(type)
    case .file(let extensions):
      writer.write(1)
      writer.write(extensions)
    case .newFile(let extensions):
      writer.write(2)
      writer.write(extensions)
    case .folder: writer.write(3)
    case .relation: writer.write(4)
    case .pair: writer.write(5)
    case .rows: writer.write(6)
    case .word: writer.write(7)
    case .script: writer.write(8)
    }
  }
}

extension CommandParameter: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    let (id, label) = (try reader.read(String.self), try reader.read(Label.self))
    guard let form = Form(rawValue: try reader.read()) else { throw SnapshotReader.Damaged() }
    self.init(
      id, label: label, form: form, type: try reader.read(), isRequired: try reader.read(),
      isRepeated: try reader.read(), defaultValue: try reader.read(), help: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(id)
    writer.write(label)
    writer.write(form.rawValue)
    writer.write(type)
    writer.write(isRequired)
    writer.write(isRepeated)
    writer.write(defaultValue)
    writer.write(help)
  }
}

extension CommandDeclaration.Example: Snapshot {
  init(from reader: inout SnapshotReader) throws { self.init(try reader.read(), try reader.read()) }

  func write(to writer: inout SnapshotWriter) {
    writer.write(text)
    writer.write(meaning)
  }
}

extension DueSource: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(
      plugin: try reader.read(), label: try reader.read(), rows: try reader.read(), ahead: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(plugin)
    writer.write(label)
    writer.write(rows)
    writer.write(ahead)
  }
}

extension CommandDeclaration: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(
      name: try reader.read(), plugin: try reader.read(), meaning: try reader.read(),
      parameters: try reader.read(), takesFreeOptions: try reader.read(),
      keepsSharedOptions: try reader.read(),
      readsBareOptions: try reader.read(),
      effects: Set(try reader.read([String].self).compactMap { CommandEffect(rawValue: $0) }),
      worksWithoutWorkspace: try reader.read(), examples: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(name)
    writer.write(plugin)
    writer.write(meaning)
    writer.write(parameters)
    writer.write(takesFreeOptions)
    writer.write(keepsSharedOptions)
    writer.write(readsBareOptions)
    writer.write(effects.map(\.rawValue).sorted())
    writer.write(worksWithoutWorkspace)
    writer.write(examples)
  }
}

extension PluginManifest: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(
      id: try reader.read(), label: try reader.read(), version: try reader.read(), api: try reader.read(),
      requires: try reader.read(), entities: try reader.read(), library: try reader.read(),
      commands: try reader.read(), meaning: try reader.read(), assessment: try reader.read(),
      due: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(id)
    writer.write(label)
    writer.write(version)
    writer.write(api)
    writer.write(requires)
    writer.write(entities)
    writer.write(library)
    writer.write(commands)
    writer.write(meaning)
    writer.write(assessment)
    writer.write(due)
  }
}

extension AssessmentDeclaration: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self.init(
      subject: try reader.read(), objections: try reader.read(), findings: try reader.read(),
      places: try reader.read())
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(subject)
    writer.write(objections)
    writer.write(findings)
    writer.write(places)
  }
}
