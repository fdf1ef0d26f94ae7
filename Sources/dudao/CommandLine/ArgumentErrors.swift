import KitModel

/// The argument parser's complaints in the words of this product, in both languages.
///
/// Its errors are not public, only their English text is; a test pins the forms that can arise from
/// `CommandLineArguments`. A form that is not known is passed on as it is.
enum ArgumentErrors {
  static func diagnostic(_ text: String) -> Diagnostic {
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    // An option is named with its value: '--format <format>'.
    let option = quoted.first.map { String($0.prefix { $0 != " " }) } ?? ""
    if text.hasPrefix("Missing value for ") {
      return Diagnostic(HostMessages.usageMissingValue, ["option": option])
    }
    if text.contains("does not take any value") {
      return Diagnostic(HostMessages.usageFlagValue, ["option": option])
    }
    return Diagnostic(HostMessages.usageOther, ["text": text])
  }
}
