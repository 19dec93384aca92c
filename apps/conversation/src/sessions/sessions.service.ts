import { Injectable, Logger } from '@nestjs/common';
import {
  baselinePrompt,
  DomainError,
  events,
  pageOf,
  type ListSessionsRequest,
  type PersonaSnapshot,
  type SessionPage,
  type SessionView,
  type StartedSessionView,
  type StartSessionRequest,
} from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { ConversationConfig } from '../conversation.config.js';
import { Recall } from '../memory/recall.service.js';
import { compilePersona } from '../personas/compile-persona.js';
import { AI_DISCLOSURES } from '../safety/crisis-texts.js';
import { RunningTurns } from '../turns/running-turns.js';
import { toSessionView } from './session-row.js';
import { SessionsRepository, type ChosenPersona } from './sessions.repository.js';

/** Beginning, finding and ending sessions. */
@Injectable()
export class SessionsService {
  private readonly log = new Logger(SessionsService.name);

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly running: RunningTurns,
    private readonly events: EventPublisher,
    private readonly recall: Recall,
    private readonly config: ConversationConfig,
  ) {}

  /**
   * Opens a chat with the companion as it now is; what it becomes meanwhile shows in the next one.
   * @throws DomainError `not_found` for a person who is gone, `idempotency_key_reused`
   */
  async start({
    user_id,
    type,
    off_the_record = false,
    idempotency_key,
  }: StartSessionRequest): Promise<StartedSessionView> {
    const { persona_snapshot, disclosure } = await this.prepare(user_id);
    const id = await this.sessions.open(
      { id: newId(), user_id, persona_snapshot, off_the_record },
      idempotency_key === undefined
        ? undefined
        : { key: idempotency_key, request_hash: hashOf(type, off_the_record) },
    );
    return { ...(await this.get(user_id, id)), disclosure };
  }

  /**
   * The companion as it now is, for a session about to be opened, and what is said first; reads what it remembers.
   * @throws DomainError `not_found` for a person who is gone
   */
  async prepare(userId: string): Promise<{ persona_snapshot: PersonaSnapshot; disclosure: string }> {
    const chosen = await this.sessions.findPersona(userId);
    if (chosen === undefined) throw new DomainError('not_found');
    this.recall.prepare(userId);
    const disclosure = AI_DISCLOSURES[chosen.locale?.startsWith('en') === true ? 'en' : 'hi'];
    return { persona_snapshot: this.snapshot(chosen), disclosure };
  }

  /** @throws DomainError `not_found` */
  async get(userId: string, id: string): Promise<SessionView> {
    const row = await this.sessions.find(userId, id);
    if (row === undefined) throw new DomainError('not_found');
    return toSessionView(row);
  }

  async list(request: ListSessionsRequest): Promise<SessionPage> {
    return pageOf(await this.sessions.list(request), request.limit, toSessionView, (row) => ({
      at: row.started_at_text,
      id: row.id,
    }));
  }

  /**
   * Ends a session once; whoever asks again gets the same answer. A reply under way ends with what was said so far.
   * @throws DomainError `not_found`
   */
  async end(userId: string, id: string): Promise<SessionView> {
    if (await this.sessions.end(userId, id)) {
      await this.running.stopIn(id);
      this.tellEnded(userId, id);
    }
    return this.get(userId, id);
  }

  /** Ends the sessions in which nothing was said for a while. */
  async endIdle(): Promise<void> {
    const ended = await this.sessions.endIdle(this.config.SESSION_IDLE_MINUTES);
    for (const { id, user_id } of ended) this.tellEnded(user_id, id);
    if (ended.length > 0) this.log.log('idle sessions ended', { sessions: ended.length });
  }

  /** Tells whoever sums up. */
  tellEnded(user_id: string, session_id: string): void {
    this.events.announce(events.sessionEnded, { user_id, session_id }, session_id);
  }

  private snapshot({ persona, persona_prompt }: ChosenPersona): PersonaSnapshot {
    const prompt = persona_prompt ?? baselinePrompt(persona);
    return {
      ...prompt,
      model: this.config.OPENAI_MODEL,
      prompt_sha256: createHash('sha256').update(compilePersona(prompt)).digest('hex'),
    };
  }
}

/** What makes a repeated start the same. */
const hashOf = (type: string, offTheRecord: boolean): Buffer =>
  createHash('sha256')
    .update(offTheRecord ? `${type} off the record` : type)
    .digest();
