import KitModel
import KitWorkspace

extension CommandContext {
  /// The rows of a pipeline that an office may have changed in a file of rules; what is wrong with it names the file.
  /// - Parameters:
  ///   - file: As messages call it.
  ///   - place: The key under which it stands.
  public func query(_ text: String, variables: [String: Value] = [:], from file: String, _ place: String)
    throws
    -> Table
  {
    let note = Diagnostic.Note(PaperFaults.inRules, ["file": file, "place": place])
    func noted(_ fault: Diagnostic) -> Diagnostic {
      var fault = fault
      fault.notes.append(note)
      return fault
    }
    do {
      return try query(text, variables: variables)
    } catch let faults as Diagnostics {
      throw Diagnostics(faults.all.map(noted))
    } catch let fault as Diagnostic {
      throw noted(fault)
    }
  }
}
