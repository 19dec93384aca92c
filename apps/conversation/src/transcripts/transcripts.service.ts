import { Injectable } from '@nestjs/common';
import { DomainError, type MessageView, type TranscriptView } from '@saathi/contracts';
import { toListedView } from '../messages/listed-message.js';
import { TranscriptsRepository } from './transcripts.repository.js';

/** What one chunk may carry, well below what the broker takes. */
const CHUNK_CHARACTERS = 32_000;

/** Whole conversations, however long. */
@Injectable()
export class TranscriptsService {
  constructor(private readonly transcripts: TranscriptsRepository) {}

  /**
   * Reads a session to its end, or until nobody wants to know more, in parts that fit into one message each. A
   * session without words is one empty part.
   * @throws DomainError `not_found`
   */
  async *read(userId: string, sessionId: string, signal: AbortSignal): AsyncGenerator<TranscriptView> {
    const session = await this.transcripts.findSession(userId, sessionId);
    if (session === undefined) throw new DomainError('not_found');
    const head = {
      session_id: sessionId,
      started_at: session.started_at.toISOString(),
      ended_at: session.ended_at?.toISOString() ?? null,
    };
    let messages: MessageView[] = [];
    let size = 0;
    for await (const row of this.transcripts.messages(userId, sessionId)) {
      if (signal.aborted) return;
      if (size > 0 && size + row.text.length > CHUNK_CHARACTERS) {
        yield { ...head, messages };
        messages = [];
        size = 0;
      }
      messages.push(toListedView(row));
      size += row.text.length + MESSAGE_OVERHEAD;
    }
    yield { ...head, messages };
  }
}

/** Ids, names and instants of one message. */
const MESSAGE_OVERHEAD = 250;
