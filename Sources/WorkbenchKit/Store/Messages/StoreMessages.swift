import KitModel

/// What the store has to say, by topic in the files beside this one.
public enum StoreMessages {
  /// All messages of the module.
  public static var all: [Message] { opening + schema + writing + journal + backup }
}
