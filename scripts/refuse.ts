/** Tells a person in one line what was asked wrongly; the script ends with 2. */
export function refuse(message: string): void {
  console.error(message.replace(/\s+/g, ' '));
  process.exitCode = 2;
}
