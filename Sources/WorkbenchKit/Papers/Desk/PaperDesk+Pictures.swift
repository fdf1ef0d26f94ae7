import KitDocuments
import KitModel
import KitWorkspace

extension PaperDesk {
  /// The text with its pictures copied to `evidence/`, each found whole: a paper that is signed shows for ever what it
  /// showed then, whatever becomes of the files beside its template.
  func keepingPictures(of text: String, _ kind: PaperKind?) throws -> String {
    let picture = pictures(kind)
    return try DocumentTemplate.keepingPictures(of: text) { name in
      _ = try picture(name)
      // In a dry run nothing is copied: what prints the draft finds the picture where it is.
      guard !EvidenceShelf.isOnShelf(name), !context.isDryRun, let workspace = context.workspace,
        let folder = pictureFolder(kind)
      else { return name }
      return try EvidenceShelf(workspace: workspace.folder).keep(folder + "/" + name, isDryRun: false).file
    }
  }

  /// Pictures of a paper: those that were kept, and those beside the template for papers of earlier versions.
  func pictures(_ kind: PaperKind?) -> (String) throws -> Picture {
    let beside = pictureFolder(kind).map(DocumentTemplate.pictures) ?? DocumentTemplate.noPicture
    return { [workspace = context.workspace?.folder] name in
      guard EvidenceShelf.isOnShelf(name), let workspace else { return try beside(name) }
      let picture = try PictureFile.read(workspace + "/" + name, name: name)
      guard EvidenceShelf.isNamed(name, byContent: picture.bytes) else {
        throw Diagnostic(PaperFaults.pictureChanged, ["picture": name])
      }
      return picture
    }
  }

  private func pictureFolder(_ kind: PaperKind?) -> String? {
    kind?.folder.map { $0 + "/templates" } ?? context.workspace.map { $0.folder + "/templates" }
  }
}
