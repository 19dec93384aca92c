import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  FINDING_FIELDS,
  type ActorPageRequest,
  type FindingField,
  type Persona,
  type PersonaPrompt,
} from '@saathi/contracts';
import { Database, type Runner } from '@saathi/entities';
import { createHash } from 'node:crypto';
import type { TranscriptLine } from '../analyst/transcript.js';
import type { Feedback } from '../merge/apply-feedback.js';
import { evolvePersona, type PersonaOp } from '../merge/evolve-persona.js';
import type { Findings, QuotedFinding } from '../merge/findings.js';
import { MemoriesRepository, type ProposedMemory } from '../memories/memories.repository.js';
import { PersonasRepository } from '../personas/personas.repository.js';
import { MergeRepository } from './merge.repository.js';
import * as sql from './summaries.sql.js';

/** What one session brought, ready to be kept. */
export interface SummarisedSessionResult {
  readonly session_id: string;
  readonly user_id: string;
  /** The companion the session was held with. */
  readonly persona: Persona;
  readonly user_turns: number;
  readonly findings: Findings<QuotedFinding>;
  readonly persona_ops: readonly PersonaOp[];
  readonly memories: readonly ProposedMemory[];
}

/** What keeping it changed. */
export interface SummaryChange {
  readonly confidence_score: number;
  /** The companion as it now is; undefined when it stayed as it was. */
  readonly prompt: PersonaPrompt | undefined;
}

/** Summaries: whose turn it is, what was found, and the merged row. */
@Injectable()
export class SummariesRepository {
  constructor(
    private readonly database: Database,
    private readonly personas: PersonasRepository,
    private readonly merges: MergeRepository,
    private readonly memories: MemoriesRepository,
  ) {}

  /** @returns undefined when there is nothing (more) to do for this session */
  async begin(sessionId: string): Promise<sql.DueSession | undefined> {
    return this.database.row(sql.begin, [sessionId]);
  }

  async transcript(sessionId: string): Promise<TranscriptLine[]> {
    return this.database.rows(sql.transcript, [sessionId]);
  }

  async skip(sessionId: string, reason: string, userTurns: number): Promise<void> {
    await this.database.rows(sql.close, [sessionId, 'skipped', reason, userTurns]);
  }

  async markFailed(sessionId: string, reason: string): Promise<void> {
    await this.database.rows(sql.close, [sessionId, 'failed', reason, 0]);
  }

  /**
   * Keeps a session's summary: its evidence and fields, the merge of all sessions, the ledger of the
   * confidence and the grown companion, in one transaction.
   * @returns undefined when somebody else kept it first, or the person is gone
   */
  async completeSession(result: SummarisedSessionResult): Promise<SummaryChange | undefined> {
    const { session_id, user_id, user_turns } = result;
    return this.database.transaction(async (transaction) => {
      const person = await transaction.row(sql.lockPerson, [user_id]);
      if (person === undefined) return undefined;
      const closed = await transaction.row(sql.close, [session_id, 'ready', null, user_turns]);
      if (closed === undefined) return undefined;
      await keepFindings(transaction, result);
      await this.memories.propose(transaction, user_id, result.memories);
      const confidence_score = await this.merges.mergeWith(transaction, user_id, session_id);
      const prompt = person.may_evolve ? await this.growPersona(transaction, result) : undefined;
      return { confidence_score, prompt };
    });
  }

  /** The newest first. */
  async findFeedback(userId: string): Promise<Feedback[]> {
    return this.database.rows(sql.feedback, [userId]);
  }

  async findLatest(userId: string): Promise<(sql.LatestRow & { updated_at: Date }) | undefined> {
    return this.database.row(sql.latest, [userId]);
  }

  async countSessions(userId: string): Promise<number> {
    return (await this.database.row(sql.sessionsCounted, [userId]))?.sessions ?? 0;
  }

  /** The newest first. */
  async findEvidence(
    userId: string,
  ): Promise<{ field: FindingField; value: string; session_id: string; message_ids: string[] }[]> {
    return this.database.rows(sql.evidence, [userId]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async findHistory({ user_id, limit, cursor }: ActorPageRequest): Promise<HistoryRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.history, [user_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  async findMissed(graceSeconds: number): Promise<{ session_id: string; user_id: string; tries: number }[]> {
    return this.database.rows(sql.findMissed, [graceSeconds]);
  }

  private async growPersona(
    transaction: Runner,
    { session_id, user_id, persona, persona_ops }: SummarisedSessionResult,
  ): Promise<PersonaPrompt | undefined> {
    const current = await this.personas.findPrompt(transaction, user_id, persona);
    const { prompt, applied } = evolvePersona(current, persona_ops);
    if (applied.length === 0) return undefined;
    await this.personas.addVersion(transaction, {
      user_id,
      session_id,
      prompt,
      ops: applied,
      actor: 'session',
    });
    return prompt;
  }
}

export type HistoryRow = sql.LatestRow & {
  session_id: string;
  ended_at: Date;
  ended_at_text: string;
  delta: string;
};

const keepFindings = async (transaction: Runner, result: SummarisedSessionResult): Promise<void> => {
  const { session_id, user_id, findings } = result;
  for (const field of FINDING_FIELDS) {
    for (const [ord, { value, message_ids, quote, quoted_in }] of findings[field].entries()) {
      const quote_sha256 = createHash('sha256').update(quote).digest();
      await transaction.rows(sql.addEvidence, [
        session_id,
        user_id,
        field,
        ord,
        value,
        message_ids,
        quote_sha256,
        quoted_in,
      ]);
    }
  }
};
