import { ActorIdRequest, ActorRequest, DoneView, EmptyRequest } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import { ActorPageRequest } from '../pagination.js';
import { AddMemoryRequest, MemoryPage, MemoryView, UpdateMemoryRequest } from './memory.dto.js';
import { LearningOverview } from './overview.dto.js';
import { RestoreSummaryRequest, SummaryFeedbackRequest } from './feedback.dto.js';
import { PersonaVersionPage, PersonaView, UpdatePersonaRequest } from './persona.dto.js';
import { SummaryHistoryPage, SummaryVersionPage, SummaryView } from './summary.dto.js';

/** What the summary service answers: what was learned. */
export const summaryRpc = {
  getSummary: rpc('rpc.summary.get_summary', { request: ActorRequest, response: SummaryView }),
  listHistory: rpc('rpc.summary.list_history', {
    request: ActorPageRequest,
    response: SummaryHistoryPage,
  }),
  /** What a person says of their summary; answers with the summary that follows. */
  giveFeedback: rpc('rpc.summary.give_feedback', {
    request: SummaryFeedbackRequest,
    response: SummaryView,
    errors: ['not_found'],
  }),
  listVersions: rpc('rpc.summary.list_versions', {
    request: ActorPageRequest,
    response: SummaryVersionPage,
  }),
  restoreVersion: rpc('rpc.summary.restore_version', {
    request: RestoreSummaryRequest,
    response: SummaryView,
    errors: ['not_found'],
  }),
  getPersona: rpc('rpc.summary.get_persona', {
    request: ActorRequest,
    response: PersonaView,
    errors: ['not_found'],
  }),
  getOverview: rpc('rpc.summary.get_overview', { request: EmptyRequest, response: LearningOverview }),
  updatePersona: rpc('rpc.summary.update_persona', {
    request: UpdatePersonaRequest,
    response: PersonaView,
    errors: ['not_found'],
  }),
  /** Of the chosen companion. */
  listPersonaVersions: rpc('rpc.summary.list_persona_versions', {
    request: ActorPageRequest,
    response: PersonaVersionPage,
    errors: ['not_found'],
  }),
  /** Takes the last change of the chosen companion back; again, the one before it. */
  undoPersona: rpc('rpc.summary.undo_persona', {
    request: ActorRequest,
    response: PersonaView,
    errors: ['not_found', 'nothing_to_undo'],
  }),
  listMemories: rpc('rpc.summary.list_memories', { request: ActorPageRequest, response: MemoryPage }),
  /** What is remembered already is not remembered twice. */
  addMemory: rpc('rpc.summary.add_memory', {
    request: AddMemoryRequest,
    response: MemoryView,
    errors: ['not_found'],
  }),
  updateMemory: rpc('rpc.summary.update_memory', {
    request: UpdateMemoryRequest,
    response: MemoryView,
    errors: ['not_found'],
  }),
  /** For good: it is not learned again from the messages it came from. */
  forgetMemory: rpc('rpc.summary.forget_memory', {
    request: ActorIdRequest,
    response: DoneView,
    errors: ['not_found'],
  }),
  exportRows: stream('rpc.summary.export_rows', { request: ActorRequest, chunk: ExportChunk }),
} as const;
