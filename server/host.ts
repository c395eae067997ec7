/**
 * The world outside: files, and the clock. Everything that reads or writes a file goes through a host; the pure part of
 * the project knows no other way. Files are named by URI.
 */

/** An entry of a folder. */
export interface HostEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** Files and the clock. */
export interface Host {
  /** The text of a file (UTF-8, without byte order mark), or null when there is none or it cannot be read. */
  read(uri: string): Promise<string | null>;
  /** The entries of a folder, or null when there is none. */
  list(uri: string): Promise<readonly HostEntry[] | null>;
  /** Writes a file: beside it first, then renamed over it, so that nothing is ever half-written. Throws what to tell the person. */
  write(uri: string, text: string): Promise<void>;
  /** Today, as YYYY-MM-DD in local time. */
  today(): string;
}

/** A host that holds its files in memory: for tests. */
export class MemoryHost implements Host {
  readonly files = new Map<string, string>();

  constructor(
    files: Readonly<Record<string, string>> = {},
    private readonly date = '2026-01-20',
  ) {
    for (const [uri, text] of Object.entries(files)) this.files.set(uri, text);
  }
  read(uri: string): Promise<string | null> {
    return Promise.resolve(this.files.get(uri) ?? null);
  }
  list(uri: string): Promise<readonly HostEntry[] | null> {
    const base = uri.endsWith('/') ? uri : `${uri}/`;
    const names = new Map<string, boolean>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(base)) continue;
      const [name, ...rest] = file.slice(base.length).split('/');
      names.set(name, rest.length > 0);
    }
    return Promise.resolve(names.size > 0 ? [...names].map(([name, folder]) => ({ name, folder })) : null);
  }
  write(uri: string, text: string): Promise<void> {
    this.files.set(uri, text);
    return Promise.resolve();
  }
  today(): string {
    return this.date;
  }
}

/** The folder of a URI, without a slash at its end; undefined at the root and for URIs that are no path (untitled:). */
export function parentOf(uri: string): string | undefined {
  const m = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri);
  if (!m) return undefined;
  let end = m[2].length;
  while (m[2][end - 1] === '/') end--;
  const cut = end === 0 ? -1 : m[2].lastIndexOf('/', end - 1);
  if (cut < 0) return undefined;
  return m[1] + m[2].slice(0, cut);
}
