/** The language server on Node: over IPC for VS Code, over `--stdio` for every other editor. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { NodeHost } from '../node/host';
import { ClientHost, FallbackHost } from './client-host';
import { startServer } from './server';

/** Serves the client that started the process, until it goes. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  startServer(
    connection,
    ({ host, today }) => (host ? new FallbackHost(new NodeHost(today), new ClientHost(connection, today)) : new NodeHost(today)),
    version,
  );
}
