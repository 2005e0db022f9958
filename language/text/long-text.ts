/** What is asked of a text that may be long: of a string, or of one kept in blocks, which is not put together for it. Offsets lie within the text. */
export interface LongText {
  readonly length: number;
  /** NaN behind the end. */
  charCodeAt(at: number): number;
  slice(start?: number, end?: number): string;
}
