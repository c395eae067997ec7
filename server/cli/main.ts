/** Entry of the command line, and of its further threads. */
import { runCommandLine } from './run';

runCommandLine();
