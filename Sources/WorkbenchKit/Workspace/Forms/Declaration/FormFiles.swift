import KitModel

/// The forms that lie in a folder, and what is wrong with those that cannot be used.
public struct FormFiles: Sendable {
  public private(set) var forms: [FormDeclaration] = []
  /// A form with faults is left out; nothing else is kept from opening.
  public private(set) var remarks: [Diagnostic] = []

  public init() {}

  /// Reads `forms/*.yaml` below a folder.
  ///
  /// - Parameter shown: What the folder is called in diagnostics: `forms/自查.yaml` for the workspace's own.
  public mutating func read(below folder: String, plugin: String = "form", shown: String = "") {
    for (name, bytes) in TextFiles.yaml(in: folder + "/forms") {
      let file = shown + "forms/" + name
      do {
        let form = try FormReader.read(bytes, plugin: plugin, file: file)
        if let other = forms.first(where: { !Set($0.names).isDisjoint(with: form.names) }) {
          throw Diagnostic(FormFaults.twice, ["first": other.file, "second": file, "name": form.label.zh])
        }
        forms.append(form)
      } catch {
        remarks.append(Diagnostic(FormFaults.leftOut, ["file": file]))
        remarks += SessionMessages.diagnostics(of: error)
      }
    }
  }
}
