import KitModel

/// What the store has to say, by topic in the extensions beside this file.
public enum StoreMessages {
  /// All messages of the module.
  public static var all: [Message] { writing }
}
