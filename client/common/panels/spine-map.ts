import type { BaseLanguageClient } from 'vscode-languageclient';
import { SPINE_MAP, type SpineMapAnswer, type SpineMapParams } from '../../../server/spine-map.ts';
import type { PanelKind } from './live-panel.ts';

export const spineMapPanel = (client: BaseLanguageClient): PanelKind => ({
  type: 'emh.spineMap',
  title: 'Spine Map',
  view: async (document, offset) => {
    await client.start();
    const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client;
    const params: SpineMapParams = {
      textDocument: to.asTextDocumentIdentifier(document),
      position: to.asPosition(document.positionAt(offset)),
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
          : { kind: 'map', uri: document.uri.toString(), svg: answer.svg, style: answer.style, description: answer.description },
      cursorAt: (at) => {
        const here = regions.filter(({ range }) => range.contains(document.positionAt(at)));
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
