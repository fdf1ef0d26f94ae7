import Glibc
import KitFormats
import KitModel

/// Pictures from files: looked at before they go into a document, so that no paper carries one that does not show.
public enum PictureFile {
  /// Bytes of a picture at most. Scans and photos for print are well below it.
  static let limit = 20 << 20
  /// Points at most: whoever shows it takes four bytes for each.
  static let mostPoints = 60_000_000

  /// - Parameter name: The file as the user knows it.
  public static func read(_ path: String, name: String) throws -> Picture {
    var status = stat()
    guard stat(path, &status) == 0, let file = fopen(path, "re") else {
      throw Diagnostic(
        PictureMessages.missing, ["picture": name].merging(SystemReason.arguments(errno)) { $1 },
        in: Location(file: name))
    }
    defer { fclose(file) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Diagnostic(
        PictureMessages.missing, ["picture": name].merging(SystemReason.arguments(EISDIR)) { $1 },
        in: Location(file: name))
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge(name, size) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = size == 0 ? 0 : fread(buffer.baseAddress, 1, size, file)
    }
    return try picture(bytes, name: name)
  }

  /// The picture in `bytes`, found whole.
  public static func picture(_ bytes: [UInt8], name: String) throws -> Picture {
    guard bytes.count <= limit else { throw tooLarge(name, bytes.count) }
    guard !bytes.isEmpty else {
      throw Diagnostic(PictureMessages.empty, ["picture": name], in: Location(file: name))
    }
    if bytes.starts(with: PNGShape.signature) {
      return try points(.png, PNGShape.size(of: bytes), bytes, name)
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      let shape = JPEGShape(bytes)
      guard shape?.colours != 4 else {
        throw Diagnostic(PictureMessages.printColours, ["picture": name], in: Location(file: name))
      }
      let turn = shape?.turn ?? .none
      var picture = try points(.jpeg, shape.map { ($0.width, $0.height, $0.perInch) }, bytes, name)
      if turn.isOnItsSide { (picture.width, picture.height) = (picture.height, picture.width) }
      picture.turn = turn
      return picture
    }
    let start = bytes.prefix(1024)
    guard start.contains(UInt8(ascii: "<")), !start.contains(0) else {
      throw Diagnostic(PictureMessages.kind, ["picture": name], in: Location(file: name))
    }
    switch SVGShape.look(at: bytes) {
    case .size(let width, let height): return Picture(kind: .svg, bytes: bytes, width: width, height: height)
    case .active: throw Diagnostic(PictureMessages.active, ["picture": name], in: Location(file: name))
    case .other: throw Diagnostic(PictureMessages.kind, ["picture": name], in: Location(file: name))
    case .broken: throw broken(name)
    }
  }

  private static func points(
    _ kind: Picture.Kind, _ size: (width: Int, height: Int, perInch: Double)?, _ bytes: [UInt8],
    _ name: String
  ) throws -> Picture {
    guard let size, size.width > 0, size.height > 0 else { throw broken(name) }
    let (count, isOver) = size.width.multipliedReportingOverflow(by: size.height)
    guard !isOver, count <= mostPoints else {
      throw Diagnostic(
        PictureMessages.points,
        ["picture": name, "width": String(size.width), "height": String(size.height)],
        in: Location(file: name))
    }
    let scale = 96 / size.perInch
    return Picture(
      kind: kind, bytes: bytes, width: Double(size.width) * scale, height: Double(size.height) * scale)
  }

  private static func broken(_ name: String) -> Diagnostic {
    Diagnostic(PictureMessages.broken, ["picture": name], in: Location(file: name))
  }

  private static func tooLarge(_ name: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      PictureMessages.size,
      ["picture": name, "found": String((size + (1 << 20) - 1) >> 20), "limit": String(limit >> 20)],
      in: Location(file: name))
  }
}
