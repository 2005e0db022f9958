/** Something that a person can mend: a missing file, a wrong option. Its message is one line; it ends the command with `EXIT.unchecked`. */
export class Failure extends Error {}

/** Something about one file; `reason` is what the message says behind its name. */
export class FileFailure extends Failure {
  readonly file: string;
  readonly reason: string;
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.file = file;
    this.reason = reason;
  }
}

/** Wrong usage; the message is followed by where to find help. */
export class UsageFailure extends Failure {}

/** What the operating system says of a file or a stream, in words. */
export function systemReason(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? (code || (error instanceof Error ? error.message : String(error)));
}

/** `ENOENT`, `EPIPE`, ...; empty for an error that does not come from the system. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EEXIST: 'is there already',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder',
  ELOOP: 'too many links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space left',
  EROFS: 'the disk is read-only',
  EIO: 'the disk gave an error',
  EBUSY: 'in use by another program',
  Z_DATA_ERROR: 'the gzip archive is damaged',
  Z_BUF_ERROR: 'the gzip archive ends too early',
  ERR_INVALID_ARG_VALUE: 'no such file or folder',
};
