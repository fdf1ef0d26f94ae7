import KitModel
import KitStore
import PluginAPI

/// The three lines with which the prompt begins: which workspace and who sits there, how old the last backup
/// is, and where to begin.
struct Banner {
  var title: String
  var folder: String
  var person: String
  var lastBackup: BackupRecord?
  /// What is due; nil: it could not be asked.
  var due: DueList?
  var access: StoreAccess
  var today: CalendarDate
  var language: UILanguage

  func lines() -> [String] {
    [
      HostMessages.bannerTitle.text(language, ["title": title, "folder": folder, "person": person]),
      [dueText, backup].compactMap { $0 }.joined(separator: " · "), HostMessages.bannerHelp.text(language),
    ]
  }

  private var dueText: String? {
    guard let due, !due.entries.isEmpty else { return nil }
    return DueCommandMessages.banner.text(
      language, ["overdue": String(due.overdue), "soon": String(due.soon)])
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
