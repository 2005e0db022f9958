/** From the client: all site files of its workspace, where the server cannot read them itself. It replaces what was sent before. */
export const SITE_FILES = 'emh/siteFiles';

export interface SiteFilesParams {
  /** `path` is a URI, as documents are named: `vscode-vfs://github/a/b/.emh/config.json`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}
