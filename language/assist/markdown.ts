/** Text that a Markdown reader shows as it stands. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_[\]|<>~&]|^[#+-]/g, (mark) => `\\${mark}`);

/** The way back: what a reader would show of pages made here, for one that knows no Markdown. */
export const unmarked = (markdown: string): string =>
  markdown.replaceAll(/\\([\\`*_[\]|<>~&#+-])|\*\*|`/g, (_, mark: string | undefined) => mark ?? '');

/** Paragraphs that are not empty, one below the other. */
export const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
