/**
 * Entry of the one program that the extension brings: the language server; where a command is named first
 * (`server.js lint …`), the command line, which VS Code's task runs. Both stand on the same engine, which is there once.
 */
import { isMainThread } from 'node:worker_threads';
import { COMMANDS } from '../cli/parse';
import { runCommandLine } from '../cli/run';
import { serve } from '../lsp/node';

if (isMainThread && !(COMMANDS as readonly (string | undefined)[]).includes(process.argv[2])) serve();
else runCommandLine();
