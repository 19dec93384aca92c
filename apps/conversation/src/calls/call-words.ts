import type { CalleeFrame, JoinedCallView } from '@saathi/contracts';
import { languageOf, type Language } from '../language/language-of.js';
import { isCrisis, screen } from '../safety/screen.js';
import type { Utterance } from './audio/ear.js';
import type { CallReplies } from './call-replies.js';
import type { CallsRepository } from './calls.repository.js';

/** What the words of a call need. */
export interface WordsParts {
  readonly calls: CallsRepository;
  readonly replies: CallReplies;
  readonly send: (frame: CalleeFrame) => void;
  /** The call is in other hands or over. */
  readonly onLost: () => void;
}

/** What a person says on a call: stored once, told to be stored, and answered. */
export class CallWords {
  /** What was stored here already: whoever says it again did not hear of it. */
  private readonly known = new Set<string>();
  /** Whether anybody is there to hear an answer. */
  isAnswered = true;

  /** @param language the one of somebody who has not said anything yet */
  constructor(
    private readonly hold: JoinedCallView,
    public language: Language,
    private readonly parts: WordsParts,
  ) {}

  /** @param utterance what was heard, where it was not handed in as text */
  async store(messageId: string, text: string, utterance?: Utterance): Promise<void> {
    const { calls, replies, send, onLost } = this.parts;
    if (this.known.has(messageId)) {
      this.tellStored(messageId, text);
      return;
    }
    await replies.interrupt('barge_in');
    const heard_at = Date.now();
    const { level } = screen(text);
    const danger = isCrisis(level) ? level : null;
    const said = await calls.say(this.hold, messageId, text, danger, utterance?.seq ?? 0);
    if (said === undefined) {
      onLost();
      return;
    }
    if (said.taken) {
      send({ type: 'error', code: 'validation_failed', retryable: false });
      return;
    }
    this.tellStored(messageId, text);
    // Stored by a step whose answer was lost: it may still want its reply.
    const unanswered = said.created_at === null ? await calls.findUnanswered(this.hold) : said;
    if (unanswered?.id === messageId && this.isAnswered)
      replies.answer(unanswered, { heard_at, silent_since: utterance?.silent_since });
    this.known.add(messageId);
  }

  /** Answers what an owner before has stored and did not answer. */
  async takeUp(): Promise<void> {
    const said = await this.parts.calls.findUnanswered(this.hold);
    if (said === undefined) return;
    this.tellStored(said.id, said.text);
    this.parts.replies.answer(said, { heard_at: Date.now(), silent_since: undefined });
    this.known.add(said.id);
  }

  private tellStored(message_id: string, text: string): void {
    this.language = languageOf(text, this.language);
    this.parts.send({ type: 'user.final', message_id, text, lang: languageOf(text, 'english') });
  }
}
