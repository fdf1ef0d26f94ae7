import FoundationEssentials
import Glibc
import KitModel

/// Why a file could not be read or written, in words that a message can hold.
enum FileProblem {
  /// Arguments `reason` and `reasonEn`.
  static func reason(_ error: any Error) -> [String: String] {
    guard let error = error as? CocoaError else { return ["reason": "\(error)"] }
    let number = ["code": String(error.code.rawValue)]
    return switch error.code {
    case .fileWriteOutOfSpace: ReasonWords.diskFull.reason()
    case .fileWriteNoPermission, .fileReadNoPermission: ReasonWords.noPermission.reason()
    case .fileWriteVolumeReadOnly: ReasonWords.readOnly.reason()
    case .fileNoSuchFile, .fileReadNoSuchFile: ReasonWords.missing.reason()
    default: ReasonWords.systemError.reason(number)
    }
  }

  /// The same for the number of a failed system call.
  static func reason(code: Int32) -> [String: String] {
    switch code {
    case ENOSPC, EDQUOT: ReasonWords.diskFull.reason()
    case EACCES, EPERM: ReasonWords.noPermission.reason()
    case EROFS: ReasonWords.readOnly.reason()
    case ENOENT, ENOTDIR: ReasonWords.missing.reason()
    default: ["reason": String(cString: strerror(code))]
    }
  }
}
