import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { shipped } from '../shipped.ts';
import { startServer } from '../startServer.ts';
import { reportFiles } from './report-files.ts';
import { findSite } from './site-files.ts';

/** Serves over what the command line names: `--stdio`, `--node-ipc`, `--pipe=NAME` or `--socket=PORT`. */
startServer(createConnection(ProposedFeatures.all), shipped(setImmediate, { findSite, reportFiles }));
