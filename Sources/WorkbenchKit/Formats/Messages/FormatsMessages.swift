import KitModel

/// Every message of the module, by topic.
public enum FormatsMessages {
  public static let all: [Message] = TableMessages.all
}
