import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { shipped } from '../shipped.ts';
import { startServer } from '../startServer.ts';
import { findSite } from './site-files.ts';
import { createSiteWatcher } from './watch-sites.ts';

/** Serves over what the command line names: `--stdio`, `--node-ipc`, `--pipe=NAME` or `--socket=PORT`. */
startServer(createConnection(ProposedFeatures.all), shipped(setImmediate, { findSite, watchSites: createSiteWatcher }));
