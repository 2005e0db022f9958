import { dirname } from 'node:path';

/** The repository's root folder. */
export const root: string = dirname(import.meta.dirname);

/** Whether Node was started with this script, not with one that imports it. Node 22 has no `import.meta.main`. */
export const isStarted = (filename: string): boolean => process.argv[1] === filename;
