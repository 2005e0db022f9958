/** A file given as data: the core reads no files. `name` appears in problems. */
export interface Source {
  readonly name: string;
  readonly text: string;
}
