import Glibc

/// Reads one section of a 64-bit ELF file by name, without loading the file.
///
/// Only headers and the section are read. Whatever does not fit together makes it "no library", never a trap.
struct ELFFile {
  private let descriptor: Int32
  private let size: Int

  /// What keeps a file from being read.
  enum Fault: Error, Hashable { case unreadable, notELF, noSection }

  /// The bytes of the section `name` in the file at `path`, at most `limit` of them.
  static func section(_ name: String, of path: String, limit: Int = 4096) throws(Fault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    return try ELFFile(descriptor: descriptor, size: size).section(name, limit: limit)
  }

  private func section(_ name: String, limit: Int) throws(Fault) -> [UInt8] {
    let header = try bytes(at: 0, count: 64)
    // Magic, 64 bits, little endian.
    guard Array(header.prefix(6)) == [0x7F, 0x45, 0x4C, 0x46, 2, 1] else { throw .notELF }
    let tableStart = number(header, 40, 8)
    let entrySize = number(header, 58, 2)
    let count = number(header, 60, 2)
    let namesIndex = number(header, 62, 2)
    guard entrySize >= 64, count > 0, namesIndex < count else { throw .notELF }
    let (tableSize, overflows) = entrySize.multipliedReportingOverflow(by: count)
    guard !overflows else { throw .notELF }
    let table = try bytes(at: tableStart, count: tableSize)
    func entry(_ index: Int) -> (name: Int, start: Int, size: Int) {
      let base = index * entrySize
      return (number(table, base, 4), number(table, base + 24, 8), number(table, base + 32, 8))
    }
    let nameTable = entry(namesIndex)
    guard nameTable.size < 1 << 20 else { throw .notELF }
    let names = try bytes(at: nameTable.start, count: nameTable.size)
    for index in 0..<count {
      let section = entry(index)
      guard section.name < names.count else { throw .notELF }
      guard names[section.name...].prefix(while: { $0 != 0 }).elementsEqual(name.utf8) else { continue }
      guard section.size <= limit else { throw .notELF }
      return try bytes(at: section.start, count: section.size)
    }
    throw .noSection
  }

  private func bytes(at start: Int, count: Int) throws(Fault) -> [UInt8] {
    guard start >= 0, count >= 0, count <= size, start <= size - count else { throw .notELF }
    let read = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(start)))
    }
    guard read.count == count else { throw .unreadable }
    return read
  }

  /// A little-endian number; one beyond `Int` becomes `Int.max`, which no check lets pass.
  private func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    let value = bytes[start..<(start + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value) ?? .max
  }
}
