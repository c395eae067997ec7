/** Files by way of the client: for a server in a worker, and for files that are not on this machine's disk. */
import type { Connection } from 'vscode-languageserver';
import type { Host, HostEntry } from '../host';
import { HostRequest } from './protocol';

/** Asks the client for files. */
export class ClientHost implements Host {
  constructor(
    private readonly connection: Connection,
    private readonly date?: string,
  ) {}
  read(uri: string): Promise<string | null> {
    return this.connection.sendRequest<string | null>(HostRequest.read, { uri }).catch(() => null);
  }
  list(uri: string): Promise<readonly HostEntry[] | null> {
    return this.connection.sendRequest<HostEntry[] | null>(HostRequest.list, { uri }).catch(() => null);
  }
  async write(uri: string, text: string): Promise<void> {
    await this.connection.sendRequest(HostRequest.write, { uri, text });
  }
  today(): string {
    return this.date ?? new Date().toISOString().slice(0, 10);
  }
}

/** The machine's own files for `file:`, the client's for every other scheme. */
export class FallbackHost implements Host {
  constructor(
    private readonly disk: Host,
    private readonly client: Host,
  ) {}
  read(uri: string): Promise<string | null> {
    return this.of(uri).read(uri);
  }
  list(uri: string): Promise<readonly HostEntry[] | null> {
    return this.of(uri).list(uri);
  }
  write(uri: string, text: string): Promise<void> {
    return this.of(uri).write(uri, text);
  }
  today(): string {
    return this.disk.today();
  }
  private of(uri: string): Host {
    return uri.startsWith('file:') ? this.disk : this.client;
  }
}
