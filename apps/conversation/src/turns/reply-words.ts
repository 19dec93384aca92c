import { Injectable, Logger } from '@nestjs/common';
import { MessageRole, type MessageView, type ReplyFrame } from '@saathi/contracts';
import { Companion } from '../companion/companion.js';
import type { ModelCall } from '../companion/model-call.js';
import { languageOf, type Language } from '../language/language-of.js';
import { NOTHING_RECALLED, type RecalledLines } from '../memory/recall.js';
import { Recall } from '../memory/recall.service.js';
import { buildPrompt, secretOf } from '../personas/build-prompt.js';
import { isGoodbye } from '../personas/is-goodbye.js';
import { isGrave } from '../personas/notes.js';
import { CRISIS_TEXTS, HARMFUL_REPLY_TEXTS, LEAK_TEXTS } from '../safety/crisis-texts.js';
import { LeakIndexes } from '../safety/leak-indexes.js';
import { ReplyGuard, type Breach } from '../safety/reply-guard.js';
import { safetyNotice } from '../safety/safety-notice.js';
import { SafetyRepository } from '../safety/safety.repository.js';
import { isCrisis, type Screening } from '../safety/screen.js';
import { SecondOpinion } from '../safety/second-opinion.js';
import { deltaFrame } from './reply-frames.js';
import type { ReplyContext } from './turns.sql.js';

/** What a reply is made from. */
export interface Occasion {
  readonly user_id: string;
  /** What it answers. */
  readonly message: MessageView;
  readonly screening: Screening;
  readonly context: ReplyContext;
  /** What is remembered of other days, where it was asked for already. */
  readonly recalled?: Promise<RecalledLines>;
  /** It is time to say that one talks to an AI. */
  readonly disclose: boolean;
}

const DEFAULT_LOCALE = 'hi-IN';

/** The words of a reply: help first for somebody in danger, then what the model says, as far as it may be said. */
@Injectable()
export class ReplyWords {
  private readonly log = new Logger(ReplyWords.name);
  private readonly leaks = new LeakIndexes();

  constructor(
    private readonly companion: Companion,
    private readonly opinions: SecondOpinion,
    private readonly safety: SafetyRepository,
    private readonly recall: Recall,
  ) {}

  /**
   * The frames between the first and the last.
   * @param signal aborted when the reply is to end as it is
   * @param note is told of every call of a model
   * @throws DomainError `model_unavailable`; never to somebody in danger
   */
  async *of(
    occasion: Occasion,
    signal: AbortSignal,
    note: (call: ModelCall) => void,
  ): AsyncIterable<ReplyFrame> {
    const { screening } = occasion;
    const notice = safetyNotice(screening);
    if (notice !== undefined) yield { event: 'safety', data: notice };
    if (isCrisis(screening.level)) {
      yield* this.inCrisis(occasion, screening.level, signal, note);
      return;
    }
    const opinion = this.opinions.ask({ text: occasion.message.text, screening: occasion.screening }, note);
    const withdrawn = new AbortController();
    const answer = this.answer(occasion, eitherOf(signal, withdrawn), note)[Symbol.asyncIterator]();
    // The model and the second reading work beside each other; nothing is said before both.
    const first = answer.next();
    first.catch(() => undefined);
    const second = await opinion;
    if (second !== undefined && isCrisis(second.level)) {
      withdrawn.abort();
      await first.catch(() => undefined);
      yield* this.seenLate(occasion, { level: second.level, source: second.source }, signal, note);
      return;
    }
    for (let next = await first; next.done !== true; next = await answer.next()) yield deltaFrame(next.value);
  }

  /** Somebody in danger whose words the lexicon did not know. */
  private async *seenLate(
    occasion: Occasion,
    { level, source }: { level: 'ideation' | 'intent'; source: 'moderation' | 'classification' },
    signal: AbortSignal,
    note: (call: ModelCall) => void,
  ): AsyncIterable<ReplyFrame> {
    const screening = { ...occasion.screening, level };
    const { user_id, message } = occasion;
    await this.safety.note({
      user_id,
      session_id: message.session_id,
      message_id: message.id,
      direction: 'in',
      level,
      source,
      action: 'helplines_shown',
      late: true,
    });
    const notice = safetyNotice(screening);
    if (notice !== undefined) yield { event: 'safety', data: notice };
    yield* this.inCrisis({ ...occasion, screening }, level, signal, note);
  }

  private async *inCrisis(
    occasion: Occasion,
    level: 'ideation' | 'intent',
    signal: AbortSignal,
    note: (call: ModelCall) => void,
  ): AsyncIterable<ReplyFrame> {
    yield deltaFrame(CRISIS_TEXTS[level][languageFor(occasion)]);
    let between = '\n\n';
    try {
      for await (const piece of this.answer(occasion, signal, note)) {
        yield deltaFrame(between + piece);
        between = '';
      }
    } catch (error) {
      // What matters most was said.
      this.log.warn('the model had nothing to add in a crisis', {}, error);
    }
  }

  /** What the model says, as far as it may be said. */
  private async *answer(
    occasion: Occasion,
    signal: AbortSignal,
    note: (call: ModelCall) => void,
  ): AsyncIterable<string> {
    const { context, message, user_id, screening, disclose } = occasion;
    const { persona_snapshot, name, locale, earlier, in_crisis } = context;
    const listener = { name, locale: locale ?? DEFAULT_LOCALE };
    const moment = {
      ...screening,
      in_crisis,
      disclose: disclose || earlier === null,
      leaving: isGoodbye(message.text),
    };
    // Somebody in danger is listened to now, and somebody who leaves is let go: neither is reminded of other days.
    const recalled =
      isGrave(moment) || moment.leaving
        ? NOTHING_RECALLED
        : await (occasion.recalled ?? this.recall.forTurn(user_id, message.session_id, message.text));
    const messages = buildPrompt(persona_snapshot, listener, earlier ?? [], message.text, moment, recalled);
    const guard = new ReplyGuard(this.leaks.of(secretOf(persona_snapshot)));
    const enough = new AbortController();
    const question = { messages, user_id, signal: eitherOf(signal, enough) };
    for await (const piece of this.companion.reply(question, note)) {
      const free = guard.push(piece);
      if (free !== '') yield free;
      if (guard.breach !== undefined) break;
    }
    const rest = guard.end();
    if (rest !== '') yield rest;
    if (guard.breach === undefined) return;
    enough.abort();
    yield await this.replace(guard.breach, occasion);
  }

  /** @returns what is said in the place of what may not be said */
  private async replace(breach: Breach, occasion: Occasion): Promise<string> {
    const { user_id, message } = occasion;
    await this.safety.note({
      user_id,
      session_id: message.session_id,
      message_id: null,
      direction: 'out',
      level: breach,
      source: 'guard',
      action: 'reply_replaced',
      late: false,
    });
    const texts = breach === 'leak' ? LEAK_TEXTS : HARMFUL_REPLY_TEXTS;
    return ` ${texts[languageFor(occasion)]}`;
  }
}

/** The language somebody is answered in: that of the message, or of the last one that had words. */
const languageFor = ({ message, context }: Occasion): Language => {
  const earlier = (context.earlier ?? []).findLast(({ role }) => role === MessageRole.User)?.text ?? '';
  const fallback: Language = (context.locale ?? DEFAULT_LOCALE).startsWith('hi') ? 'hindi' : 'english';
  return languageOf(message.text, languageOf(earlier, fallback));
};

/** Aborted when a signal is, or when we say so. */
const eitherOf = (signal: AbortSignal, ours: AbortController): AbortSignal => {
  if (signal.aborted) ours.abort();
  else
    signal.addEventListener(
      'abort',
      () => {
        ours.abort();
      },
      { once: true, signal: ours.signal },
    );
  return ours.signal;
};
