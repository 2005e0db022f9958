import { l10n, type Position, type Range } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SPINE_MAP, type SpineMapAnswer, type SpineMapParams } from '../../../server/spine-map.ts';
import type { PanelKind } from './live-panel.ts';

export const spineMapPanel = (client: BaseLanguageClient): PanelKind => ({
  type: 'emh.spineMap',
  title: l10n.t('Spine Map'),
  scrolls: false,
  view: async (document, offset, isNarrow) => {
    await client.start();
    const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client;
    const params: SpineMapParams = {
      textDocument: to.asTextDocumentIdentifier(document),
      position: to.asPosition(document.positionAt(offset)),
      isNarrow,
    };
    const answer = await client.sendRequest<SpineMapAnswer | null>(SPINE_MAP, params);
    const regions = (answer?.regions ?? []).map((region) => ({
      ...region,
      range: from.asRange(region.range),
      words: from.asRange(region.words),
    }));
    return {
      message:
        answer === null
          ? null
          : {
              kind: 'map',
              uri: document.uri.toString(),
              svg: answer.svg,
              style: answer.style,
              description: answer.description,
              inWords: l10n.t('In words'),
            },
      cursorAt: (at) => {
        const here = regionsAt(regions, document.positionAt(at));
        const levels = here.flatMap((region) => [...region.levels, ...region.discs.flatMap((disc) => disc.split('-'))]);
        return { kind: 'cursor', findings: here.map(({ finding }) => finding), levels: [...new Set(levels)], offset: at };
      },
      placeOf: (chosen) => {
        if (chosen.kind === 'finding') return regions.find(({ finding }) => finding === chosen.id)?.words ?? null;
        if (chosen.kind !== 'level') return null;
        const at = regions.find(({ levels, discs }) => [...levels, ...discs.flatMap((disc) => disc.split('-'))].includes(chosen.level));
        return at?.words ?? null;
      },
    };
  },
});

/** Those that hold a place; behind the last words of a line still those that end there, as the cursor stands there while it is written. */
function regionsAt<T extends { readonly range: Range }>(regions: readonly T[], at: Position): readonly T[] {
  const around = regions.filter(({ range }) => range.contains(at));
  if (around.length > 0) return around;
  const before = regions.filter(({ range: { end } }) => end.line === at.line && end.isBefore(at));
  const last = before.reduce<Position | null>((latest, { range: { end } }) => (latest?.isAfter(end) ? latest : end), null);
  return before.filter(({ range: { end } }) => last?.isEqual(end));
}
