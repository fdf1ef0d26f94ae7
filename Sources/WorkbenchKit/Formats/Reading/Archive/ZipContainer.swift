import CZip
import Glibc
import KitModel

/// A zip file open for reading, its parts found by name. Sizes are measured while inflating; what the
/// directory says of them is not believed.
final class ZipContainer {
  let name: String
  fileprivate let limits: ReadingLimits
  fileprivate let handle: OpaquePointer
  /// Names as bytes in the order of the directory.
  let rawNames: [[UInt8]]

  init(path: String, name: String, limits: ReadingLimits) throws {
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
      throw Self.cannotOpen(path: path, name: name, code: code)
    }
    self.handle = handle
    self.name = name
    self.limits = limits
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.entries else {
      zip_discard(handle)
      throw Diagnostic(
        WorkbookMessages.tooManyEntries,
        ["file": name, "count": String(count), "limit": String(limits.entries)], in: Location(file: name))
    }
    rawNames = (0..<max(0, count)).map { index in
      guard let text = zip_get_name(handle, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)) else {
        return []
      }
      return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
  }

  deinit { zip_discard(handle) }

  /// Places of the parts by name: in lower case, with `/`, as office programs are not strict about either.
  private(set) lazy var places: [String: Int] = {
    var places: [String: Int] = [:]
    for (index, raw) in rawNames.enumerated() {
      places[Self.key(String(decoding: raw, as: UTF8.self))] = index
    }
    return places
  }()

  static func key(_ name: String) -> String {
    NameKey(name.replacing("\\", with: "/").drop { $0 == "/" }).description
  }

  /// Opens the part of that name; nil if there is none.
  func part(_ name: String) throws -> ZipPart? {
    try places[Self.key(name)].map { try part(at: $0) }
  }

  /// Opens the part of that name, or says that the workbook lacks it.
  func requiredPart(_ name: String) throws -> ZipPart {
    guard let part = try part(name) else {
      throw Diagnostic(
        WorkbookMessages.missingPart, ["file": self.name, "part": name], in: Location(file: self.name))
    }
    return part
  }

  func part(at index: Int) throws -> ZipPart { try ZipPart(index: index, in: self) }

  func status(at index: Int) -> zip_stat_t {
    var status = zip_stat_t()
    zip_stat_index(handle, zip_uint64_t(index), 0, &status)
    return status
  }

  /// Whether a part is packed; pictures often are not.
  func isDeflated(_ index: Int) -> Bool { status(at: index).comp_method != zip_uint16_t(ZIP_CM_STORE) }

  private static func cannotOpen(path: String, name: String, code: Int32) -> Diagnostic {
    switch code {
    case ZIP_ER_NOENT: return FileMessages.cannotRead(name, code: ENOENT)
    case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK: return FileMessages.cannotRead(name, code: errno)
    case ZIP_ER_NOZIP:
      // A zip begins with PK; one that lacks its directory was cut off.
      let head = try? ReadableFile(path: path, name: name).bytes(at: 0, count: 2)
      let message = head == [0x50, 0x4B] ? WorkbookMessages.truncated : WorkbookMessages.notZip
      return Diagnostic(message, ["file": name], in: Location(file: name))
    default: return Diagnostic(WorkbookMessages.damagedZip, ["file": name], in: Location(file: name))
    }
  }
}

/// One part of a zip, inflated while it is read.
final class ZipPart {
  let name: String
  private let container: ZipContainer
  private let handle: OpaquePointer
  private let packedSize: Int64
  private var inflated: Int64 = 0

  fileprivate init(index: Int, in container: ZipContainer) throws {
    self.container = container
    name = String(decoding: container.rawNames[index], as: UTF8.self)
    packedSize = Int64(clamping: container.status(at: index).comp_size)
    guard let handle = zip_fopen_index(container.handle, zip_uint64_t(index), 0) else {
      let code = zip_error_code_zip(zip_get_error(container.handle))
      let isLocked = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP
      throw Diagnostic(
        isLocked ? WorkbookMessages.encryptedPart : WorkbookMessages.damagedPart,
        ["file": container.name, "part": name], in: Location(file: container.name))
    }
    self.handle = handle
  }

  deinit { zip_fclose(handle) }

  /// Fills `target` from its front; the number of bytes, 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = zip_fread(handle, target.baseAddress, zip_uint64_t(target.count))
    guard count >= 0 else {
      throw Diagnostic(
        WorkbookMessages.damagedPart, ["file": container.name, "part": name],
        in: Location(file: container.name))
    }
    inflated += count
    try checkSize()
    return Int(count)
  }

  /// Calls `body` with the whole part, chunk by chunk, until it returns false.
  func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var goesOn = true
    while goesOn {
      goesOn = try buffer.withUnsafeMutableBytes { target in
        let count = try read(into: target)
        return try count > 0 && body(UnsafeRawBufferPointer(rebasing: target[..<count]))
      }
    }
  }

  private func checkSize() throws {
    let limits = container.limits
    if inflated > limits.partBytes {
      throw Diagnostic(
        WorkbookMessages.bombSize,
        ["file": container.name, "part": name, "limit": String(limits.partBytes >> 20)],
        in: Location(file: container.name))
    }
    if inflated > limits.ratioFloor && inflated / max(1, packedSize) > limits.inflationRatio {
      throw Diagnostic(
        WorkbookMessages.bombRatio,
        ["file": container.name, "part": name, "limit": String(limits.inflationRatio)],
        in: Location(file: container.name))
    }
  }
}
