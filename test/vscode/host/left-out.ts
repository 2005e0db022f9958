/** Why editor tests cannot be run on this machine; not a failure of the extension. */
export class LeftOut extends Error {}
