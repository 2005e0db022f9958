import { reportAt } from '../../language/assist/reading.ts';
import { themedStyle } from '../../language/map/palette.ts';
import { spineMap } from '../../language/map/spine-map.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';
import { SPINE_MAP, type SpineMapAnswer, type SpineMapParams } from '../spine-map.ts';

/** Null for what is no report. */
export function spineMaps(session: Session): void {
  session.connection.onRequest(SPINE_MAP, run<SpineMapAnswer | null, SpineMapParams>(session, 'spine map', null, mapOf));
}

function mapOf({ document, snapshot, language }: Opened, { position, isNarrow }: SpineMapParams): SpineMapAnswer | null {
  const report = reportAt(snapshot, position === undefined ? 0 : document.offsetAt(position));
  const number = report === undefined ? 0 : snapshot.reports.indexOf(report);
  const map = spineMap(snapshot, number, language.lexicon, { kind: 'themed', shape: isNarrow === true ? 'tall' : 'wide' });
  if (map === null) return null;
  const { isEmpty, svg, description } = map;
  const regions = map.regions.map((region) => ({
    ...region,
    words: document.rangeOf(region.words),
    range: document.rangeOf(region.range),
  }));
  return { version: document.version, isEmpty, svg, style: themedStyle(), description, regions };
}
