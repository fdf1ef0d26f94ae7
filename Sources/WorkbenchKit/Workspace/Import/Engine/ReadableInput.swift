import KitFormats
import KitModel

/// The files to be read for one that was received: itself, what LibreOffice made of it, or what an archive holds.
struct ReadableInput {
  var inputs: [InputFile] = []
  var remarks: [Diagnostic] = []
  /// Holds unpacked and converted files; has to live as long as they are read.
  private(set) var folder: TemporaryFolder?

  /// - Parameter name: The file as the user knows it.
  static func open(_ path: String, name: String, converter: OfficeConverter = OfficeConverter()) throws
    -> ReadableInput
  {
    guard FileSize.exists(path) else { throw Diagnostic(ImportMessages.noSuchFile, ["file": name]) }
    var readable = ReadableInput()
    try readable.add(path, name: name, converter)
    return readable
  }

  private mutating func add(
    _ path: String, name: String, _ converter: OfficeConverter, isInArchive: Bool = false
  )
    throws
  {
    switch try FileFormat.detect(path, name: name) {
    case .archive where !isInArchive: try unpack(path, name: name, converter)
    case .convertible:
      let converted = try converter.convert(path, name: name, into: temporary())
      remarks.append(Diagnostic(ImportRemarks.converted, ["file": name], severity: .note))
      inputs.append(try InputFile.open(converted, name: name))
    default: inputs.append(try InputFile.open(path, name: name))
    }
  }

  private mutating func unpack(_ path: String, name: String, _ converter: OfficeConverter) throws {
    let archive = try ZipArchive.open(path, name: name)
    remarks += archive.remarks
    var size: Int64 = 0
    for entry in archive.entries where !entry.isLitter {
      let unpacked = try archive.extract(entry, to: temporary().path, unpacked: &size)
      let shown = name + "/" + entry.name
      if try FileFormat.detect(unpacked, name: shown) == .other {
        remarks.append(Diagnostic(ImportRemarks.entryIgnored, ["file": shown], severity: .warning))
      } else {
        try add(unpacked, name: shown, converter, isInArchive: true)
      }
    }
    if inputs.isEmpty {
      throw Diagnostic(ImportMessages.emptyArchive, ["file": name], in: Location(file: name))
    }
  }

  private mutating func temporary() throws -> TemporaryFolder {
    if let folder { return folder }
    let made = try TemporaryFolder()
    folder = made
    return made
  }
}
