import { DiagnosticRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from './protocol.ts';
import type { Session } from './session.ts';

const REQUESTS = {
  diagnostics: DiagnosticRefreshRequest.type,
  inlayHints: InlayHintRefreshRequest.type,
  semanticTokens: SemanticTokensRefreshRequest.type,
} as const;

/** Asks the client to ask again for what it shows. One that will not, or is about to go, shows what it has: nothing else comes of it. */
export function refresh({ connection }: Session, what: keyof typeof REQUESTS): void {
  connection.sendRequest(REQUESTS[what]).catch((error: unknown) => {
    connection.console.info(`The client does not refresh ${what}: ${error instanceof Error ? error.message : String(error)}`);
  });
}
