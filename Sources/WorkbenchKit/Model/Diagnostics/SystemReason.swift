import FoundationEssentials
import Glibc

/// Why the system refused something, in words that a message can hold.
public enum SystemReason {
  static let diskFull = Message("model.reason-disk-full", zh: "磁盘已满", en: "the disk is full")
  static let noPermission = Message("model.reason-no-permission", zh: "没有权限", en: "no permission")
  static let readOnly = Message("model.reason-read-only", zh: "磁盘只读", en: "the disk is read-only")
  static let missing = Message("model.reason-missing", zh: "没有这个文件或文件夹", en: "no such file or folder")
  static let noFolder = Message(
    "model.reason-no-folder", zh: "路径里有一段是文件，不是文件夹", en: "a part of the path is a file, not a folder")
  static let isFolder = Message("model.reason-is-folder", zh: "这里是一个文件夹", en: "it is a folder")
  static let nameTooLong = Message("model.reason-name-too-long", zh: "路径太长", en: "the path is too long")
  static let tooLarge = Message("model.reason-too-large", zh: "文件太大", en: "the file is too large")
  static let disk = Message("model.reason-disk", zh: "磁盘读写出错", en: "the disk failed")
  static let notRead = Message(
    "model.reason-not-read", zh: "接收输出的程序已经关闭", en: "the program that reads the output has ended")
  static let system = Message("model.reason-system", zh: "系统错误 {code}", en: "system error {code}")

  public static let all = [
    diskFull, noPermission, readOnly, missing, noFolder, isFolder, nameTooLong, tooLarge, disk, notRead,
    system,
  ]

  /// Arguments `reason` and `reasonEn` (or of another name) for the number of a failed system call.
  public static func arguments(_ code: Int32, as place: String = "reason") -> [String: String] {
    switch code {
    case ENOSPC, EDQUOT: diskFull.arguments(as: place)
    case EACCES, EPERM: noPermission.arguments(as: place)
    case EROFS: readOnly.arguments(as: place)
    case ENOENT: missing.arguments(as: place)
    case ENOTDIR: noFolder.arguments(as: place)
    case EISDIR: isFolder.arguments(as: place)
    case ENAMETOOLONG: nameTooLong.arguments(as: place)
    case EFBIG: tooLarge.arguments(as: place)
    case EIO: disk.arguments(as: place)
    case EPIPE: notRead.arguments(as: place)
    default: system.arguments(as: place, ["code": String(code)])
    }
  }

  /// The same for what was thrown by a function for files.
  public static func arguments(of error: any Error, as place: String = "reason") -> [String: String] {
    guard let error = error as? CocoaError else { return [place: "\(error)"] }
    if let cause = error.underlying as? POSIXError { return arguments(cause.code.rawValue, as: place) }
    return switch error.code {
    case .fileWriteOutOfSpace: diskFull.arguments(as: place)
    case .fileWriteNoPermission, .fileReadNoPermission: noPermission.arguments(as: place)
    case .fileWriteVolumeReadOnly: readOnly.arguments(as: place)
    case .fileNoSuchFile, .fileReadNoSuchFile: missing.arguments(as: place)
    default: system.arguments(as: place, ["code": String(error.code.rawValue)])
    }
  }
}

extension Message {
  /// The sentence as an argument of another message, in both languages: `place` and `placeEn`.
  public func arguments(as place: String, _ arguments: [String: String] = [:]) -> [String: String] {
    [place: text(.zh, arguments), place + "En": text(.en, arguments)]
  }
}
