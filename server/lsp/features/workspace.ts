/**
 * Reports that are not open. `gongwen.check: 'workspace'` keeps the findings of all of them in the Problems panel; a check
 * of the workspace shows them once.
 */
import type { Disposable, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { isSide } from '../../side-files';
import { REPORT_FILES } from '../../workspace';
import { Elsewhere, type Channel, type Watcher } from '../elsewhere';
import type { Context, Feature } from '../feature';
import { CheckWorkspaceRequest, ServerCommand, type CheckParams, type CheckResult } from '../protocol';
import { DocumentDiagnosticReportKind, DocumentDiagnosticRequest } from '../wire';

const WORDS = {
  title: { 'zh-cn': '校核工作区中的全部报告', en: 'Checking all reports of the workspace' },
} as const;

/** A workspace pull that the client holds open. */
interface Held {
  send(items: readonly WorkspaceDocumentDiagnosticReport[]): void;
  end(): void;
}

/** Makes the feature; it remembers what it said of which file. */
export function workspace(): Feature {
  let elsewhere: Elsewhere | undefined;
  let mode: 'open' | 'workspace' = 'open';
  let held: Held | undefined;
  let answers = 0;
  /** Results for which no pull is open at the moment. */
  const waiting = new Map<string, WorkspaceDocumentDiagnosticReport>();
  let registered: Promise<Disposable> | undefined;

  const pulled: Channel = {
    send(uri, items) {
      const report = {
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        resultId: String(++answers),
        items: [...items],
      } satisfies WorkspaceDocumentDiagnosticReport;
      if (held) held.send([report]);
      else waiting.set(uri, report);
    },
  };
  let push: Channel | undefined;
  const start = (context: Context): Elsewhere => {
    const { connection, client } = context;
    const pushTo = (push ??= { send: (uri, items) => void connection.sendDiagnostics({ uri, diagnostics: [...items] }) });
    return (elsewhere ??= new Elsewhere(context, () => (mode === 'workspace' && client.pull ? pulled : pushTo)));
  };
  let round = 0;
  const checkAll = (context: Context): void => {
    const mine = ++round;
    void start(context).check({ cancelled: () => mode === 'open' || mine !== round, progress: () => undefined });
  };

  const setMode = async (context: Context, next: typeof mode): Promise<void> => {
    if (next === mode) return;
    // What was said the one way is taken back before it is said the other way.
    elsewhere?.clear();
    mode = next;
    const { connection, client } = context;
    if (client.pull && client.dynamicPull) {
      // A provider of its own, for no open document: the client forgets all it said when it is taken away.
      if (mode === 'workspace') {
        const options = {
          documentSelector: [{ scheme: NO_SCHEME }],
          identifier: 'gongwen-workspace',
          interFileDependencies: false,
          workspaceDiagnostics: true,
        };
        registered = connection.client.register(DocumentDiagnosticRequest.type, options);
      } else {
        const before = await registered;
        registered = undefined;
        held?.end();
        waiting.clear();
        before?.dispose();
      }
    }
  };

  return {
    watches: [REPORT_FILES],
    register(context) {
      const { connection } = context;
      if (context.client.pull) {
        connection.languages.diagnostics.onWorkspace((_params, token, _work, partial) => {
          held?.end();
          return new Promise((resolve) => {
            const items: WorkspaceDocumentDiagnosticReport[] = [];
            const mine: Held = {
              send(reports) {
                if (partial) partial.report({ items: [...reports] });
                else {
                  items.push(...reports);
                  mine.end();
                }
              },
              end() {
                if (held === mine) held = undefined;
                resolve({ items });
              },
            };
            held = mine;
            token.onCancellationRequested(() => mine.end());
            const late = [...waiting.values()];
            waiting.clear();
            if (late.length > 0) mine.send(late);
          });
        });
      }
      connection.onRequest(CheckWorkspaceRequest, ({ workDoneToken }: CheckParams, token) =>
        start(context).check({
          cancelled: () => token.isCancellationRequested,
          progress: throttled((message, percentage) => {
            if (workDoneToken !== undefined)
              void connection.sendNotification('$/progress', { token: workDoneToken, value: { kind: 'report', message, percentage } });
          }),
        }),
      );
    },
    async configured(context) {
      await setMode(context, await modeOf(context));
      if (mode === 'workspace') checkAll(context);
      else void elsewhere?.everythingAgain();
    },
    changed(_context, report) {
      elsewhere?.opened(report.uri);
    },
    closed(_context, uri) {
      if (mode === 'workspace') void elsewhere?.again([uri]);
    },
    filesChanged(context, uris) {
      if (!elsewhere) return;
      // The settings are read anew after this; what depends on them waits for it.
      if (uris.some(isSide)) void Promise.resolve().then(() => (mode === 'workspace' ? checkAll(context) : elsewhere?.everythingAgain()));
      else if (mode === 'workspace') void elsewhere.again(uris);
      else for (const uri of uris) elsewhere.takeBack(uri);
    },
    commands: {
      [ServerCommand.clearCheck]: () => {
        if (mode === 'open') elsewhere?.clear();
        return null;
      },
      [ServerCommand.checkWorkspace]: async (context): Promise<CheckResult> => {
        const progress = await context.connection.window.createWorkDoneProgress();
        progress.begin(WORDS.title[context.client.wording.locale], 0, undefined, true);
        try {
          return await start(context).check({
            cancelled: () => progress.token.isCancellationRequested,
            progress: throttled((message, percentage) => progress.report(percentage, message)),
          });
        } finally {
          progress.done();
        }
      },
    },
  };
}

/** No document has this scheme. */
const NO_SCHEME = 'gongwen-none';

/** Tells of progress when a hundredth more is done. */
function throttled(tell: (message: string, percentage: number) => void): Watcher['progress'] {
  let last = -1;
  return (done, of) => {
    const percentage = Math.floor((done * 100) / Math.max(1, of));
    if (percentage === last) return;
    last = percentage;
    tell(`${done}/${of}`, percentage);
  };
}

async function modeOf({ client, connection, reports }: Context): Promise<'open' | 'workspace'> {
  const said: unknown = client.configuration
    ? await connection.workspace.getConfiguration('gongwen').catch(() => undefined)
    : reports.editorSection;
  return typeof said === 'object' && said !== null && (said as { check?: unknown }).check === 'workspace' ? 'workspace' : 'open';
}
