/** The version of the program; set where it is built. */
export const VERSION = process.env.EMH_VERSION ?? '(from source)';

/** The program with its version, as results name it. */
export const TOOL = `emh ${VERSION}`;
