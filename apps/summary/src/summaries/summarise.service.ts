import { Injectable, Logger } from '@nestjs/common';
import { events, MessageRole, type SessionEndedEvent } from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { Analyst } from '../analyst/analyst.js';
import { UnusableExtraction, type Reading } from '../analyst/reading.js';
import type { TranscriptLine } from '../analyst/transcript.js';
import { qualifies } from './qualifies.js';
import { SummariesRepository, type SummaryChange } from './summaries.repository.js';

/** Writes the summary of an ended session, once, however often it is told to. */
@Injectable()
export class SummariseService {
  private readonly log = new Logger(SummariseService.name);

  constructor(
    private readonly summaries: SummariesRepository,
    private readonly analyst: Analyst,
    private readonly events: EventPublisher,
  ) {}

  /**
   * @throws DomainError `model_unavailable`; the session stays pending
   * @throws UnusableExtraction; the session is marked as failed
   */
  async summarise({ session_id }: SessionEndedEvent): Promise<void> {
    const due = await this.summaries.begin(session_id);
    if (due === undefined) return;
    const transcript = await this.summaries.transcript(session_id);
    const user_turns = transcript.filter(({ role }) => role === MessageRole.User).length;
    const unfit = due.spared ?? (qualifies(due.type, user_turns, due.call_seconds) ? null : 'too_short');
    if (unfit !== null) {
      await this.summaries.skip(session_id, unfit, user_turns);
      return;
    }
    const { findings, persona_ops, memories } = await this.read(session_id, transcript);
    const change = await this.summaries.completeSession({
      session_id,
      user_id: due.user_id,
      persona: due.persona,
      user_turns,
      findings,
      persona_ops,
      memories,
    });
    if (change !== undefined) this.tell(due.user_id, session_id, change);
  }

  /** Tells again of ended sessions that nobody summarised. */
  async remindOfMissed(graceSeconds: number): Promise<void> {
    const missed = await this.summaries.findMissed(graceSeconds);
    for (const { session_id, user_id, tries } of missed) {
      this.events.announce(events.sessionEnded, { user_id, session_id }, `${session_id}:${String(tries)}`);
    }
    if (missed.length > 0) this.log.warn('sessions without a summary found', { sessions: missed.length });
  }

  private async read(sessionId: string, transcript: readonly TranscriptLine[]): Promise<Reading> {
    try {
      return await this.analyst.analyse(transcript);
    } catch (error) {
      if (error instanceof UnusableExtraction) await this.summaries.markFailed(sessionId, error.reason);
      throw error;
    }
  }

  private tell(user_id: string, session_id: string, { confidence_score, prompt }: SummaryChange): void {
    this.events.announce(events.summaryUpdated, { user_id, session_id, confidence_score }, session_id);
    if (prompt === undefined) return;
    const { base: persona, revision } = prompt;
    this.events.announce(
      events.personaUpdated,
      { user_id, persona, revision },
      `${user_id}:${persona}:${String(revision)}`,
    );
  }
}
