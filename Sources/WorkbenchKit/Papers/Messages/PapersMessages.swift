import KitModel

/// All sentences of this module.
public enum PapersMessages {
  public static let all: [Message] = [DutyMessages.all, DayMessages.all, PaperFaults.all].flatMap { $0 }
}
