import KitModel

/// All sentences of this module.
public enum WorkspaceMessages {
  public static let all: [Message] = [
    YAMLMessages.all, DeclarationMessages.all, PathMessages.all, CellMessages.all, ImportMessages.all,
    ImportRemarks.all, ReportWords.all, ReasonWords.all, RowMessages.all, ConfigurationMessages.all,
    SessionMessages.all, FormFaults.all, FormMessages.all, FormWords.all, EditMessages.all,
    FormDraftMessages.all, FormDraftWords.all,
    EditWords.all, DueMessages.all, EvidenceMessages.all, TemplateMessages.all,
  ].flatMap { $0 }
}
