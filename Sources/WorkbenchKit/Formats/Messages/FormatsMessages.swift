import KitModel

/// Every message of the module, by topic.
public enum FormatsMessages {
  public static let all: [Message] =
    FileMessages.all + DelimitedMessages.all + WorkbookMessages.all + JSONMessages.all + TableMessages.all
    + WritingMessages.all + WritingWords.all + FillingMessages.all + FillingWords.all
}
