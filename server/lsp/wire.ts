/**
 * The values that the protocol's library gives. Taken here and nowhere else: a bundle copies all of the library's names
 * once for each file that imports a value from it, and that is felt at the start.
 */
export {
  CodeActionKind,
  CodeLensRequest,
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  DocumentHighlightKind,
  FileOperationPatternKind,
  FoldingRangeKind,
  InlayHintRequest,
  InsertTextFormat,
  LSPErrorCodes,
  MessageType,
  RAL,
  ResponseError,
  SemanticTokensBuilder,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
