import { ActorRequest, EmptyRequest } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import { ActorPageRequest } from '../pagination.js';
import { LearningOverview } from './overview.dto.js';
import { PersonaView } from './persona.dto.js';
import { SummaryHistoryPage, SummaryView } from './summary.dto.js';

/** What the summary service answers: what was learned. */
export const summaryRpc = {
  getSummary: rpc('rpc.summary.get_summary', { request: ActorRequest, response: SummaryView }),
  listHistory: rpc('rpc.summary.list_history', {
    request: ActorPageRequest,
    response: SummaryHistoryPage,
  }),
  getPersona: rpc('rpc.summary.get_persona', {
    request: ActorRequest,
    response: PersonaView,
    errors: ['not_found'],
  }),
  getOverview: rpc('rpc.summary.get_overview', { request: EmptyRequest, response: LearningOverview }),
  exportRows: stream('rpc.summary.export_rows', { request: ActorRequest, chunk: ExportChunk }),
} as const;
