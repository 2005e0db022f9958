/** Text that a Markdown reader shows as it stands. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_[\]|<>~&]|^[#+-]/g, (mark) => `\\${mark}`);

/** Paragraphs that are not empty, one below the other. */
export const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
