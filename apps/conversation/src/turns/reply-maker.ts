import { Injectable, Logger } from '@nestjs/common';
import { DomainError, MessageRole, type MessageView, type ReplyFrame } from '@saathi/contracts';
import { outlastOutage } from '@saathi/platform';
import type { ModelCall } from '../companion/model-call.js';
import { toMessageView } from '../messages/message-row.js';
import { AI_DISCLOSURES } from '../safety/crisis-texts.js';
import { isCrisis } from '../safety/screen.js';
import type { LiveReply } from './live-reply.js';
import { doneFrame, messageFrame } from './reply-frames.js';
import { ReplyWords, type Occasion } from './reply-words.js';
import { RunningTurns } from './running-turns.js';
import { TurnsRepository, type Attempt } from './turns.repository.js';
import type { StoredReply } from './turns.sql.js';

/** So long a reply that is made waits for a database to keep it. */
const OUTAGE_MS = 60_000;

/** A reply about to be made. */
export interface Turn extends Attempt {
  /** null while a pass runs. */
  readonly messages_left: number | null;
  readonly occasion: Occasion;
}

/** Makes replies: from the model's words to the stored message. */
@Injectable()
export class ReplyMaker {
  private readonly log = new Logger(ReplyMaker.name);

  constructor(
    private readonly turns: TurnsRepository,
    private readonly running: RunningTurns,
    private readonly words: ReplyWords,
  ) {}

  /**
   * Makes a reply, and shows it to whoever joins as well.
   * @param signal aborted when the reply is to end as it is
   * @throws DomainError `model_unavailable`
   */
  async *speak(turn: Turn, signal?: AbortSignal): AsyncIterable<ReplyFrame> {
    const live = this.running.open(turn, turn.occasion.message.session_id);
    const stop = (): void => {
      live.abort();
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      for await (const frame of this.generate(turn, live)) {
        live.add(frame);
        yield frame;
      }
    } catch (error) {
      live.end(error instanceof Error ? error : new Error('the reply broke off', { cause: error }));
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.running.close(live);
    }
  }

  /** Makes a reply that nobody has asked this process to show. */
  async speakUnheard(turn: Turn): Promise<void> {
    try {
      for await (const frame of this.speak(turn)) if (frame.event === 'done') return;
    } catch (error) {
      this.log.warn('a reply that was taken over failed', { reply_id: turn.reply_id }, error);
    }
  }

  private async *generate(turn: Turn, live: LiveReply): AsyncIterable<ReplyFrame> {
    const { reply_id, occasion } = turn;
    const signal = live.stopSignal;
    const calls: ModelCall[] = [];
    const wasCounted = !occasion.context.in_crisis && !isCrisis(occasion.screening.level);
    let messages_left = turn.messages_left;
    yield messageFrame(occasion.message, reply_id, occasion.disclose ? disclosureFor(occasion) : undefined);
    try {
      for await (const frame of this.words.of(occasion, signal, (call) => calls.push(call))) {
        if (live.text === '' && frame.event === 'delta') this.running.began();
        // Danger that was seen late: the message was counted, and is given back.
        if (frame.event === 'safety' && isCrisis(frame.data.level) && wasCounted && messages_left !== null)
          messages_left += 1;
        yield frame;
      }
      const reply = await this.store(turn, live.text, signal.aborted, calls);
      if (reply !== undefined) yield doneFrame(reply, messages_left);
    } catch (error) {
      await this.fail(turn, 'failed', error instanceof DomainError ? error.code : 'internal', calls);
      throw error;
    }
  }

  /** Keeps a reply; one that was stopped keeps what was said so far. */
  private async store(
    turn: Turn,
    text: string,
    stopped: boolean,
    calls: readonly ModelCall[],
  ): Promise<MessageView | undefined> {
    if (stopped && text.trim() === '') {
      await this.fail(turn, 'cancelled', null, calls);
      return undefined;
    }
    const stored = await this.complete(turn, text, stopped ? 'cancelled' : 'complete', calls);
    if (stored === undefined)
      throw new DomainError(
        'model_unavailable',
        'The reply was interrupted. Your message is kept; try again.',
      );
    const { reply_id: id, occasion } = turn;
    return toMessageView({
      id,
      session_id: occasion.message.session_id,
      role: MessageRole.Ai,
      text,
      ...stored,
    });
  }

  /**
   * Keeps what somebody has read, even while the database is away: until then the turn stays in our hands.
   * @returns undefined when the turn is not in the hands of this attempt any more
   */
  private async complete(
    turn: Turn,
    text: string,
    state: 'complete' | 'cancelled',
    calls: readonly ModelCall[],
  ): Promise<StoredReply | undefined> {
    const stored = await outlastOutage(() => this.turns.complete(turn, text, state, calls), OUTAGE_MS);
    if (stored !== undefined) return stored;
    // It may have been stored by a try whose answer was lost.
    const known = await this.turns.find(turn.occasion.user_id, turn.reply_id);
    return known?.state === state && known.reply_text === text && known.reply_created_at !== null
      ? { created_at: known.reply_created_at, tag: known.message_tag }
      : undefined;
  }

  private async fail(
    turn: Turn,
    state: 'failed' | 'cancelled',
    errorCode: string | null,
    calls: readonly ModelCall[],
  ): Promise<void> {
    await outlastOutage(() => this.turns.fail(turn, state, errorCode, calls), OUTAGE_MS);
  }
}

const disclosureFor = ({ context }: Occasion): string =>
  AI_DISCLOSURES[context.locale?.startsWith('en') === true ? 'en' : 'hi'];
