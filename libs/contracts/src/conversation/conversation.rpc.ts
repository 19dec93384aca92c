import { ActorIdRequest, ActorRequest, DoneView, EmptyRequest } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import {
  CallPage,
  CallPermitView,
  CallView,
  JoinCallRequest,
  JoinedCallView,
  ListCallsRequest,
  StartCallRequest,
} from './call.dto.js';
import {
  ListMessagesRequest,
  MessageListView,
  MessagePage,
  SearchMessagesRequest,
  SendMessageRequest,
  TranscriptView,
} from './message.dto.js';
import { MessageReportView, ReportMessageRequest, SafetyProtocolView } from './safety.dto.js';
import { TalkOverview } from './overview.dto.js';
import {
  JoinReplyRequest,
  ReplyChunk,
  ReplyRequest,
  RescuedReplyView,
  RescueReplyRequest,
  RunningReplyView,
  StopReplyRequest,
} from './reply.dto.js';
import {
  ListSessionsRequest,
  SessionPage,
  SessionView,
  StartedSessionView,
  StartSessionRequest,
} from './session.dto.js';

/** What the conversation service answers: what is said. */
export const conversationRpc = {
  startSession: rpc('rpc.conversation.start_session', {
    request: StartSessionRequest,
    response: StartedSessionView,
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
  /** The session, everything said in it and what was learned from it. What it used of the allowance stays used. */
  deleteSession: rpc('rpc.conversation.delete_session', {
    request: ActorIdRequest,
    response: DoneView,
    errors: ['not_found'],
  }),
  deleteMessage: rpc('rpc.conversation.delete_message', {
    request: ActorIdRequest,
    response: DoneView,
    errors: ['not_found'],
  }),
  listMessages: rpc('rpc.conversation.list_messages', {
    request: ListMessagesRequest,
    response: MessagePage,
    errors: ['not_found'],
  }),
  /** Own messages, across scripts and spellings; nothing of a session off the record. */
  searchMessages: rpc('rpc.conversation.search_messages', {
    request: SearchMessagesRequest,
    response: MessageListView,
  }),
  /** Each chunk is a part of the transcript, with the messages that come next; there is at least one. */
  getTranscript: stream('rpc.conversation.get_transcript', {
    request: ActorIdRequest,
    chunk: TranscriptView,
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
  /** Makes the reply to the last message again, after one that failed or was stopped. It is not charged. */
  remakeReply: stream('rpc.conversation.remake_reply', {
    request: ReplyRequest,
    chunk: ReplyChunk,
    errors: ['not_found', 'session_ended', 'reply_in_progress', 'nothing_to_regenerate', 'model_unavailable'],
  }),
  findReply: rpc('rpc.conversation.find_reply', {
    request: ReplyRequest,
    response: RunningReplyView,
    errors: ['not_found'],
  }),
  /** Answered by the replica that makes the reply, once what was said so far is stored. */
  stopReply: rpc('rpc.conversation.stop_reply', {
    request: StopReplyRequest,
    response: DoneView,
    heardBy: 'all',
  }),
  /** Shown by the replica that makes the reply: the frames after the ones the client has, then as they come. */
  joinReply: stream('rpc.conversation.join_reply', {
    request: JoinReplyRequest,
    chunk: ReplyChunk,
    errors: ['not_found', 'model_unavailable'],
    heardBy: 'all',
  }),
  getOverview: rpc('rpc.conversation.get_overview', { request: EmptyRequest, response: TalkOverview }),
  /**
   * What has become of a reply whose frames stopped coming. One whose process is gone is closed with what was
   * said of it; if that was nothing, whoever answers this makes it again.
   */
  rescueReply: rpc('rpc.conversation.rescue_reply', {
    request: RescueReplyRequest,
    response: RescuedReplyView,
    errors: ['not_found'],
  }),
  /** Keeps why somebody reports a message of the companion; those who look after the service read it. */
  reportMessage: rpc('rpc.conversation.report_message', {
    request: ReportMessageRequest,
    response: MessageReportView,
    errors: ['not_found'],
  }),
  getSafetyProtocol: rpc('rpc.conversation.get_safety_protocol', {
    request: EmptyRequest,
    response: SafetyProtocolView,
  }),
  /** One live call a person, on all devices together. */
  startCall: rpc('rpc.conversation.start_call', {
    request: StartCallRequest,
    response: CallPermitView,
    errors: ['not_found', 'session_ended', 'paywall_call_seconds', 'call_in_progress'],
  }),
  /** Whoever answers owns the call from then on; its frames travel on subjects of their own (docs/calls.md). */
  joinCall: rpc('rpc.conversation.join_call', {
    request: JoinCallRequest,
    response: JoinedCallView,
    errors: ['unauthorized', 'paywall_call_seconds'],
    limitMs: 2000,
  }),
  listCalls: rpc('rpc.conversation.list_calls', { request: ListCallsRequest, response: CallPage }),
  getCall: rpc('rpc.conversation.get_call', {
    request: ActorIdRequest,
    response: CallView,
    errors: ['not_found'],
  }),
  exportRows: stream('rpc.conversation.export_rows', { request: ActorRequest, chunk: ExportChunk }),
} as const;
