import KitModel

/// The text itself is wrong (syntax, names, types, arguments), and nothing was run: exit code 2.
///
/// A command throws it, before it has done anything, for arguments that are right one by one and mean nothing
/// together; what is wrong with one of them its declaration tells.
public struct UsageFault: Error {
  public let diagnostics: [Diagnostic]

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  /// Runs `body`; what it throws is a fault of the text. A wish to stop stays what it is.
  static func of<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault as UsageFault {
      throw fault
    } catch let found as Diagnostics {
      throw UsageFault(diagnostics: found.all)
    } catch let found as Diagnostic {
      throw UsageFault(diagnostics: [found])
    }
  }
}
