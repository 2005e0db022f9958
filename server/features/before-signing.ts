import { openPlaces } from '../../language/assist/before-signing.ts';
import { plainText } from '../../language/format/plain-text.ts';
import { BEFORE_SIGNING, type BeforeSigning, type BeforeSigningParams, PLAIN_TEXT, type PlainText } from '../before-signing.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

const UNREAD: BeforeSigning = { version: -1, open: [] };
const NO_TEXT: PlainText = { version: -1, text: '' };

/** What is open in a report, and its text as it goes out. The version is -1 where no such report is open, or it could not be read. */
export function beforeSigning(session: Session): void {
  session.connection.onRequest(
    BEFORE_SIGNING,
    run(
      session,
      'before signing',
      UNREAD,
      ({ document, snapshot }, _: BeforeSigningParams): BeforeSigning => ({
        version: document.version,
        open: openPlaces(snapshot).map((place) => ({ ...place, range: document.rangeOf(place.range) })),
      }),
    ),
  );
  session.connection.onRequest(
    PLAIN_TEXT,
    run(
      session,
      'plain text',
      NO_TEXT,
      ({ document }, _: BeforeSigningParams): PlainText => ({
        version: document.version,
        text: plainText(document.text),
      }),
    ),
  );
}
