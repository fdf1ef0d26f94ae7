import KitModel
import KitStore

/// The three lines with which the prompt begins: which workspace and who sits there, how old the last backup
/// is, and where to begin.
struct Banner {
  var title: String
  var folder: String
  var person: String
  var lastBackup: BackupRecord?
  var access: StoreAccess
  var today: CalendarDate
  var language: UILanguage

  func lines() -> [String] {
    [
      HostMessages.bannerTitle.text(language, ["title": title, "folder": folder, "person": person]),
      backup, HostMessages.bannerHelp.text(language),
    ]
  }

  private var backup: String {
    if case .readOnly(let reason) = access { return reason.message.text(language, reason.arguments) }
    guard let lastBackup, let day = lastBackup.time.day else {
      return HostMessages.bannerNoBackup.text(language)
    }
    let days = today.ordinal - day.ordinal
    let message = days <= 0 ? HostMessages.bannerBackupToday : HostMessages.bannerBackup
    return message.text(language, ["days": String(days), "day": day.iso])
  }
}
