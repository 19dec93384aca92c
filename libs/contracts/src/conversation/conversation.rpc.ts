import { ActorIdRequest, ActorRequest } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import { ListMessagesRequest, MessagePage, SendMessageRequest } from './message.dto.js';
import { ReplyChunk } from './reply.dto.js';
import { ListSessionsRequest, SessionPage, SessionView, StartSessionRequest } from './session.dto.js';

/** What the conversation service answers: what is said. */
export const conversationRpc = {
  startSession: rpc('rpc.conversation.start_session', {
    request: StartSessionRequest,
    response: SessionView,
    errors: ['not_found', 'idempotency_key_reused'],
  }),
  listSessions: rpc('rpc.conversation.list_sessions', {
    request: ListSessionsRequest,
    response: SessionPage,
  }),
  getSession: rpc('rpc.conversation.get_session', {
    request: ActorIdRequest,
    response: SessionView,
    errors: ['not_found'],
  }),
  endSession: rpc('rpc.conversation.end_session', {
    request: ActorIdRequest,
    response: SessionView,
    errors: ['not_found'],
  }),
  listMessages: rpc('rpc.conversation.list_messages', {
    request: ListMessagesRequest,
    response: MessagePage,
    errors: ['not_found'],
  }),
  /** Errors before the first chunk stored nothing, but for `model_unavailable`: then the message is kept. */
  sendMessage: stream('rpc.conversation.send_message', {
    request: SendMessageRequest,
    chunk: ReplyChunk,
    errors: [
      'not_found',
      'session_ended',
      'reply_in_progress',
      'paywall_messages',
      'idempotency_key_reused',
      'model_unavailable',
    ],
  }),
  exportRows: stream('rpc.conversation.export_rows', { request: ActorRequest, chunk: ExportChunk }),
} as const;
