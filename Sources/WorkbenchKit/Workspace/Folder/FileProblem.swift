import FoundationEssentials

/// Why a file could not be read or written, in words that a message can hold.
enum FileProblem {
  /// Arguments `reason` and `reasonEn`.
  static func reason(_ error: any Error) -> [String: String] {
    let (zh, en) = words(error)
    return ["reason": zh, "reasonEn": en]
  }

  private static func words(_ error: any Error) -> (zh: String, en: String) {
    guard let error = error as? CocoaError else { return ("\(error)", "\(error)") }
    return switch error.code {
    case .fileWriteOutOfSpace: ("磁盘已满", "the disk is full")
    case .fileWriteNoPermission, .fileReadNoPermission: ("没有权限", "no permission")
    case .fileWriteVolumeReadOnly: ("磁盘只读", "the disk is read-only")
    case .fileNoSuchFile, .fileReadNoSuchFile: ("没有这个文件或文件夹", "no such file or folder")
    default: ("系统错误 \(error.code.rawValue)", "system error \(error.code.rawValue)")
    }
  }
}
