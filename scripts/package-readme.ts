/**
 * README.md as an extension's page shows it, where no repository is known that relative links could lead to: pictures are left out, and
 * links to files of the repository are their words. With a repository the packager makes addresses of them, and this is not needed.
 */
export const readmeWithoutRepository = (readme: string): string =>
  readme.replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '').replaceAll(/\[([^\]]+)\]\((?!https:|#)[^)]*\)/g, '$1');
