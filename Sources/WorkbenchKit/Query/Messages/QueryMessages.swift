import KitModel

/// The sentences of this module, by topic. See `Message`.
public enum QueryMessages {
  public static let all: [Message] = aboutNames + aboutTypes + aboutStages
}
