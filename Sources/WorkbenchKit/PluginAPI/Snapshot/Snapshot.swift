/// A value that can be kept as bytes and made of them again.
///
/// Declarations are read from YAML once and kept in this form by `DeclarationCache`, since reading YAML at each
/// start would take longer than all the rest of it. The form is private to one build of the workbench: the build
/// stamp is part of the key, so it never has to be read by another.
protocol Snapshot {
  init(from reader: inout SnapshotReader) throws
  func write(to writer: inout SnapshotWriter)
}

/// The bytes of a snapshot while they are made.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: some Snapshot) { value.write(to: &self) }

  mutating func append(_ raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }
}

/// The bytes of a snapshot while they are read. Bytes that are damaged end in an error, never in a trap.
struct SnapshotReader {
  private let bytes: [UInt8]
  private var place = 0

  struct Damaged: Error {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func read<Content: Snapshot>(_ type: Content.Type = Content.self) throws -> Content {
    try Content(from: &self)
  }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - place else { throw Damaged() }
    defer { place += count }
    return bytes[place..<(place + count)]
  }
}

extension Int64: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    var bits: UInt64 = 0
    for (shift, byte) in try reader.take(8).enumerated() { bits |= UInt64(byte) << (shift * 8) }
    self = Int64(bitPattern: bits)
  }

  func write(to writer: inout SnapshotWriter) {
    let bits = UInt64(bitPattern: self)
    writer.append((0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) })
  }
}

extension Int: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    guard let number = Int(exactly: try reader.read(Int64.self)) else { throw SnapshotReader.Damaged() }
    self = number
  }

  func write(to writer: inout SnapshotWriter) { writer.write(Int64(self)) }
}

extension Bool: Snapshot {
  init(from reader: inout SnapshotReader) throws { self = try reader.take(1).first == 1 }

  func write(to writer: inout SnapshotWriter) { writer.append([self ? 1 : 0]) }
}

extension String: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    let count = try reader.read(Int.self)
    guard let text = String(validating: try reader.take(count), as: UTF8.self) else {
      throw SnapshotReader.Damaged()
    }
    self = text
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(utf8.count)
    writer.append(utf8)
  }
}

extension Array: Snapshot where Element: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    let count = try reader.read(Int.self)
    self = []
    // Each element takes a byte at least, so damaged counts end here and not in a huge reservation.
    guard count >= 0 else { throw SnapshotReader.Damaged() }
    for _ in 0..<count { append(try reader.read()) }
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(count)
    for element in self { writer.write(element) }
  }
}

extension Optional: Snapshot where Wrapped: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    self = try reader.read(Bool.self) ? .some(try reader.read()) : .none
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(self != nil)
    if let self { writer.write(self) }
  }
}

extension Dictionary: Snapshot where Key: Snapshot & Comparable, Value: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    let count = try reader.read(Int.self)
    self = [:]
    guard count >= 0 else { throw SnapshotReader.Damaged() }
    for _ in 0..<count {
      let key = try reader.read(Key.self)
      self[key] = try reader.read(Value.self)
    }
  }

  /// In the order of the keys, so that equal values give equal bytes.
  func write(to writer: inout SnapshotWriter) {
    writer.write(count)
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.write(key)
      writer.write(value)
    }
  }
}
