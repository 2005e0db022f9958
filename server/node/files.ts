import type { Files } from '../shipped.ts';
import { reportFiles } from './report-files.ts';
import { findSite } from './site-files.ts';
import { createSiteWatcher } from './watch-sites.ts';

/** What the machine's files give to the server. */
export const files: Files = { findSite, reportFiles, watchSites: createSiteWatcher };
