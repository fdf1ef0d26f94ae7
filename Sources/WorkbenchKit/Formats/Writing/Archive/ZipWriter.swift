import CZip
import Glibc
import KitModel

/// Makes a zip in memory, part by part. Equal parts and an equal time give equal bytes.
package struct ZipWriter {
  private let archive: OpaquePointer
  private let target: OpaquePointer
  private let date: UInt16
  private let clock: UInt16

  /// - Parameter time: The time of every part, as the clock showed it; a zip knows no zone.
  package init(time: Timestamp) throws {
    var fault = zip_error_t()
    guard let target = zip_source_buffer_create(nil, 0, 0, &fault) else { throw Self.failure }
    // The archive takes one hold of the target, and gives it up when it is closed or thrown away.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault) else {
      zip_source_free(target)
      zip_source_free(target)
      throw Self.failure
    }
    self.target = target
    self.archive = archive
    (date, clock) = Self.dosTime(time)
  }

  /// Adds a part.
  /// - Parameter deflates: False for what is packed already, such as pictures.
  package func add(_ name: String, _ bytes: [UInt8], deflates: Bool = true) throws {
    // libzip reads it when the archive is closed, and frees it.
    guard let copy = malloc(max(1, bytes.count)) else { throw abandoned }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, bytes.count) } }
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      throw abandoned
    }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw abandoned
    }
    let method = deflates ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    zip_set_file_compression(archive, zip_uint64_t(index), method, 0)
    zip_file_set_dostime(archive, zip_uint64_t(index), clock, date, 0)
  }

  /// The whole zip; nothing can be added after it.
  package func finish() throws -> [UInt8] {
    guard zip_close(archive) == 0 else { throw abandoned }
    defer { zip_source_free(target) }
    guard zip_source_open(target) == 0 else { throw Self.failure }
    defer { zip_source_close(target) }
    guard zip_source_seek(target, 0, SEEK_END) == 0 else { throw Self.failure }
    let size = zip_source_tell(target)
    guard size >= 0, zip_source_seek(target, 0, SEEK_SET) == 0 else { throw Self.failure }
    var read: zip_int64_t = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      read = zip_source_read(target, buffer.baseAddress, zip_uint64_t(size))
      count = max(0, Int(read))
    }
    guard read == size else { throw Self.failure }
    return bytes
  }

  /// Throws everything away; the fault to be thrown.
  private var abandoned: Diagnostic {
    zip_discard(archive)
    zip_source_free(target)
    return Self.failure
  }

  /// Only a lack of memory can stop it.
  private static var failure: Diagnostic { WritingMessages.cannotWrite("zip", code: ENOMEM) }

  /// Years of 1980 to 2107, in steps of two seconds.
  private static func dosTime(_ time: Timestamp) -> (date: UInt16, clock: UInt16) {
    guard let day = time.day, (1980...2107).contains(day.year) else { return (33, 0) }
    let ofDay = Int((((time.seconds + Int64(time.offset)) % 86_400) + 86_400) % 86_400)
    let date = (day.year - 1980) << 9 | day.month << 5 | day.day
    let clock = ofDay / 3600 << 11 | ofDay / 60 % 60 << 5 | ofDay % 60 / 2
    return (UInt16(truncatingIfNeeded: date), UInt16(truncatingIfNeeded: clock))
  }
}
