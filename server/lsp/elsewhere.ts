/**
 * Reports that are not open: looked at one after the other, told, and dropped. What is kept of each is a name and a hash.
 *
 * What was said of a file is taken back when it is opened (then it speaks for itself), changed or deleted. It goes to the
 * client through the workspace pull where one is held open, else it is pushed; never both.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { hash } from '../core/fingerprint';
import { fitsAny } from '../glob';
import { isSkipped, languageOf, nameInUri, placeOf } from '../workspace';
import { toDiagnostics } from './convert';
import type { Context } from './feature';
import type { CheckResult } from './protocol';
import { MessageType, ShowMessageNotification } from './wire';

/** Folders nest no deeper, and a check takes in no more files: beyond that it is no workspace of reports. */
const DEEPEST = 32;
const MOST_FILES = 50_000;

const TOO_MANY = {
  'zh-cn': `工作区中的文件太多：只校核前 ${MOST_FILES} 个（或 ${DEEPEST} 层以内的），其余没有校核。不相干的文件夹可用 files.exclude 排除。`,
  en: `The workspace holds too many files: only the first ${MOST_FILES} (no deeper than ${DEEPEST} folders) are checked, the rest is not. Folders of other things can be left out with files.exclude.`,
} as const;

/** Where a check tells how far it has come, and hears that it is to stop. */
export interface Watcher {
  readonly cancelled: () => boolean;
  progress(done: number, of: number): void;
}

/** How results reach the client. */
export interface Channel {
  send(uri: string, items: readonly Diagnostic[]): void;
}

/** The reports of the workspace that are not open. */
export class Elsewhere {
  /** What was said, by place: an empty list is not kept. */
  private readonly said = new Map<string, { readonly uri: string; readonly hash: string; readonly channel: Channel }>();
  private work: Promise<unknown> = Promise.resolve();
  /** It was said that there are too many files. */
  private toldTooMany = false;

  /** @param channel which way to send now */
  constructor(
    private readonly context: Context,
    private readonly channel: () => Channel,
  ) {}

  /** Looks at every report that is not open. */
  check(watcher: Watcher): Promise<CheckResult> {
    return this.queue(async () => {
      const result = { files: 0, reports: 0, findings: 0, cancelled: false };
      const files = await this.files(watcher);
      const seen = new Set<string>();
      for (const { uri, language } of files) {
        if (watcher.cancelled()) break;
        seen.add(placeOf(uri));
        const found = await this.look(uri, language);
        result.files++;
        if (found !== null) {
          result.reports++;
          result.findings += found;
        }
        watcher.progress(result.files, files.length);
      }
      result.cancelled = watcher.cancelled();
      // What is no longer there, or no longer to be looked at, has nothing to say.
      if (!result.cancelled) for (const [place, { uri }] of [...this.said]) if (!seen.has(place)) this.say(uri, []);
      return result;
    });
  }

  /** Looks again at files, and at what was said of folders that are among them. */
  again(uris: readonly string[]): Promise<unknown> {
    return this.queue(async () => {
      for (const uri of uris) {
        const below = `${placeOf(uri)}/`;
        const language = languageOf(uri);
        if (language !== undefined && (await this.isOurs(uri))) await this.look(uri, language);
        for (const [place, known] of [...this.said])
          if (place.startsWith(below)) await this.look(known.uri, languageOf(known.uri) ?? 'plaintext');
      }
    });
  }

  /** Looks again at everything that something was said of. */
  everythingAgain(): Promise<unknown> {
    return this.again([...this.said.values()].map(({ uri }) => uri));
  }

  /** Takes back what was said of a file, or of everything in a folder. */
  takeBack(uri: string): void {
    const place = placeOf(uri);
    for (const [key, known] of [...this.said]) if (key === place || key.startsWith(`${place}/`)) this.say(known.uri, []);
  }

  /** A document was opened or edited: from now on it speaks for itself. */
  opened(uri: string): void {
    if (this.said.size > 0 && this.said.has(placeOf(uri))) this.say(uri, []);
  }

  /** Takes everything back. */
  clear(): void {
    for (const { uri } of [...this.said.values()]) this.say(uri, []);
  }

  /** How many findings a report holds, after telling of them; null for what is none. An open one tells of itself. */
  private async look(uri: string, language: string): Promise<number | null> {
    const { reports, client } = this.context;
    const open = this.openAs(uri);
    if (open !== undefined) {
      this.say(uri, []);
      const report = await this.context.report(open);
      return report?.document.traits.profile ? report.findings().length : null;
    }
    const found = await reports.lookAt(uri, language);
    const items = found ? toDiagnostics(found.report, client.wording) : [];
    // It may have been opened meanwhile.
    this.say(uri, this.openAs(uri) === undefined ? items : []);
    return found ? found.report.findings().length : null;
  }

  private say(uri: string, items: readonly Diagnostic[]): void {
    const place = placeOf(uri);
    const known = this.said.get(place);
    if (items.length === 0) {
      if (!known) return;
      this.said.delete(place);
      known.channel.send(known.uri, []);
      return;
    }
    const now = hash(JSON.stringify(items));
    if (known?.hash === now) return;
    const channel = known?.channel ?? this.channel();
    this.said.set(place, { uri, hash: now, channel });
    channel.send(uri, items);
  }

  private openAs(uri: string): string | undefined {
    const place = placeOf(uri);
    return this.context.reports.documents.keys().find((open) => placeOf(open) === place);
  }

  /** Every file that may be a report, in order. Links are not followed: a host lists them as files, and they cannot lead round. */
  private async files(watcher: Watcher): Promise<{ uri: string; language: string }[]> {
    const { host } = this.context;
    const out: { uri: string; language: string }[] = [];
    let tooMany = false;
    let tooDeep = false;
    for (const root of await this.roots()) {
      const excluded = await this.excluded(root);
      const open = [{ uri: root, path: '', depth: 0 }];
      for (let folder = open.shift(); folder && !tooMany && !watcher.cancelled(); folder = open.shift()) {
        for (const { name, folder: isFolder } of (await host.list(folder.uri)) ?? []) {
          const path = folder.path === '' ? name : `${folder.path}/${name}`;
          if (isSkipped(name) || fitsAny(path, excluded)) continue;
          const uri = `${folder.uri}/${nameInUri(name)}`;
          const language = languageOf(name);
          if (isFolder) {
            if (folder.depth < DEEPEST) open.push({ uri, path, depth: folder.depth + 1 });
            else tooDeep = true;
          } else if (language !== undefined) {
            if (out.length < MOST_FILES) out.push({ uri, language });
            else tooMany = true;
          }
        }
      }
    }
    if (tooMany || tooDeep) this.tellTooMany();
    return out;
  }

  /** Once: a workspace is checked again and again. */
  private tellTooMany(): void {
    if (this.toldTooMany) return;
    this.toldTooMany = true;
    const { connection, client } = this.context;
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: TOO_MANY[client.wording.locale],
    });
  }

  /** Whether a file lies in the workspace and nothing excludes it. */
  private async isOurs(uri: string): Promise<boolean> {
    const place = placeOf(uri);
    for (const root of await this.roots()) {
      const base = `${placeOf(root)}/`;
      if (!place.startsWith(base)) continue;
      const path = place.slice(base.length);
      return !path.split('/').some(isSkipped) && !fitsAny(path, await this.excluded(root));
    }
    return false;
  }

  private async roots(): Promise<readonly string[]> {
    const { client, connection } = this.context;
    const folders = client.folderChanges ? await connection.workspace.getWorkspaceFolders().catch(() => null) : null;
    return (folders?.map(({ uri }) => uri) ?? client.folders).map((uri) => uri.replace(/\/$/, ''));
  }

  /** The editor's `files.exclude` for a folder. */
  private async excluded(scopeUri: string): Promise<readonly string[]> {
    const { client, connection } = this.context;
    if (!client.configuration) return [];
    const said: unknown = await connection.workspace.getConfiguration({ scopeUri, section: 'files.exclude' }).catch(() => undefined);
    if (typeof said !== 'object' || said === null) return [];
    return Object.entries(said).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
  }

  private queue<T>(job: () => Promise<T>): Promise<T> {
    const done = this.work.then(job, job);
    this.work = done.catch(() => undefined);
    return done;
  }
}
