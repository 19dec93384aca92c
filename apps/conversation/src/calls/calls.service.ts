import { Injectable, Logger } from '@nestjs/common';
import {
  DomainError,
  pageOf,
  type CallPage,
  type CallPermitView,
  type CallView,
  type JoinCallRequest,
  type JoinedCallView,
  type ListCallsRequest,
  type StartCallRequest,
} from '@saathi/contracts';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { ConversationConfig } from '../conversation.config.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { CallSpeech } from './audio/call-speech.js';
import { CallsRepository } from './calls.repository.js';
import { TICKET_SECONDS, type CallRow, type Ended, type Joined, type Standing } from './calls.sql.js';
import { LiveCalls } from './live-calls.js';

const TOKEN_BYTES = 32;

/** Calls: who may begin one, who holds it, and what is left when it is over. */
@Injectable()
export class CallsService {
  private readonly log = new Logger(CallsService.name);

  constructor(
    private readonly calls: CallsRepository,
    private readonly sessions: SessionsService,
    private readonly live: LiveCalls,
    private readonly speech: CallSpeech,
    private readonly config: ConversationConfig,
  ) {}

  /** @throws DomainError see `conversationRpc.startCall` */
  async start({ user_id, login_id, session_id }: StartCallRequest): Promise<CallPermitView> {
    const { persona_snapshot, disclosure } = await this.sessions.prepare(user_id);
    for (const ended of await this.calls.endLost(user_id)) this.tellEnded(ended);
    const ticket = newToken();
    const id = newId();
    const session = await this.calls.open(
      {
        id,
        user_id,
        login_id,
        session_id,
        new_session_id: newId(),
        persona_snapshot,
        ticket_sha256: digest(ticket),
      },
      (standing) => {
        this.requireTime(standing);
      },
    );
    return {
      call_id: id,
      session_id: session,
      ticket,
      expires_in: TICKET_SECONDS,
      disclosure,
      speech: this.speech.kind,
    };
  }

  /**
   * Takes a call into the hands of this process.
   * @throws DomainError `unauthorized` for a ticket or token that is not good, or not any more
   */
  async join(request: JoinCallRequest): Promise<JoinedCallView> {
    const { ticket, resume_token, last_rid, mode: asked } = request;
    const token = resume_token ?? newToken();
    const joined =
      resume_token === null ? await this.begin(ticket, token) : await this.takeOver(resume_token, request);
    if (joined === undefined) throw new DomainError('unauthorized', 'This call is over. Start a new one.');
    const pulse = await this.calls.beat(joined, this.config.FREE_CALL_SECONDS);
    const remaining_ms =
      pulse === undefined || pulse.premium || pulse.remaining_ms === null
        ? null
        : Math.round(pulse.remaining_ms);
    const mode = asked === 'audio' && this.speech.kind !== 'none' ? 'audio' : 'text';
    const { locale, ...call } = joined;
    const view = {
      ...call,
      resume_token: token,
      resumed: resume_token !== null,
      remaining_ms,
      mode,
    } as const;
    await this.live.hold({
      view,
      last_rid,
      locale,
      onEnded: (ended) => {
        this.tellEnded(ended);
      },
    });
    return view;
  }

  async list(request: ListCallsRequest): Promise<CallPage> {
    return pageOf(await this.calls.list(request), request.limit, toCallView, (row) => ({
      at: row.started_at_text,
      id: row.id,
    }));
  }

  /** @throws DomainError `not_found` */
  async get(userId: string, id: string): Promise<CallView> {
    const row = await this.calls.find(userId, id);
    if (row === undefined) throw new DomainError('not_found');
    return toCallView(row);
  }

  /** Ends the calls that nobody holds any more, whoever did. */
  async endLost(): Promise<void> {
    const ended = await this.calls.endLost(null);
    for (const call of ended) this.tellEnded(call);
    if (ended.length > 0) this.log.log('lost calls ended', { calls: ended.length });
  }

  private requireTime({ used, premium }: Standing): void {
    const limit = this.config.FREE_CALL_SECONDS;
    if (premium || used < limit) return;
    const detail = `${String(used)} of ${String(limit)} free seconds used.`;
    throw new DomainError('paywall_call_seconds', detail, { limit, used, plans: this.live.plans });
  }

  private async begin(ticket: string | null, token: string): Promise<Joined | undefined> {
    return ticket === null ? undefined : this.calls.begin(digest(ticket), digest(token));
  }

  private async takeOver(
    token: string,
    { last_rid: rid, played_ms: ms = 0 }: JoinCallRequest,
  ): Promise<Joined | undefined> {
    const call_id = await this.calls.findByToken(digest(token));
    // The owner before may be this process: it stores what was heard while it still may.
    if (call_id !== undefined) await this.live.leave(call_id, { rid, ms });
    return this.calls.takeOver(digest(token));
  }

  private tellEnded({ user_id, session_id }: Ended): void {
    this.sessions.tellEnded(user_id, session_id);
  }
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Only digests of tickets and tokens are kept. */
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

const toCallView = (row: CallRow): CallView => ({
  id: row.id,
  session_id: row.session_id,
  transcript: row.transcript,
  started_at: row.started_at.toISOString(),
  ended_at: row.ended_at.toISOString(),
  duration_seconds: row.duration_seconds ?? 0,
});
