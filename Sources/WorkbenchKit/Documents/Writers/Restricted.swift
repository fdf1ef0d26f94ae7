import KitModel

extension Table {
  /// Refuses columns that may be calculated with and not be published; the first is named with its rule.
  public func refuseRestricted(in location: Location? = nil) throws(Diagnostic) {
    guard let words = columns.restrictionWords else { return }
    throw Diagnostic(DocumentMessages.restricted, words, in: location)
  }
}
