import { isBackchannel, isCommand } from '../../speech/backchannel.js';
import { holdFor } from '../../speech/turn-end.js';

/** So much speech is no cough: whoever talks waits to see what it is. */
const HOLD_BACK_MS = 250;
/** When a word of command is listened for, before anybody has finished. */
const GUESSES_MS = [250, 380];
/** What lasts longer is no "हाँ" and no "I see" (576 ms): whoever talked is silent. */
const YIELD_MS = 640;
/** What is known of a silence when it is told. */
const PAUSE_MS = 200;
/** Speech of which no words are known this long after it is not waited for any more. */
const NO_WORDS_MS = 1200;

/** What is heard of a person, from when on the other may be talking. */
export type TurnEvent =
  /** They have spoken for so long without a pause. */
  | { readonly kind: 'speech'; readonly ms: number }
  /** They stopped. */
  | { readonly kind: 'pause' }
  /** What they have said so far, while they go on speaking. */
  | { readonly kind: 'guessed'; readonly text: string }
  /** What all of it was until the pause; nothing where it was no speech. */
  | { readonly kind: 'heard'; readonly text: string }
  /** Time has passed. */
  | { readonly kind: 'time' }
  /** They will say nothing more. */
  | { readonly kind: 'over' };

/** What is to be done about it. `commit`: the turn is theirs and over. `drop`: it was none. */
export type TurnAction = 'hold_back' | 'go_on' | 'yield' | 'guess' | 'recognise' | 'commit' | 'drop';

/**
 * Whose turn it is. How long a silence ends a turn depends on what was said; somebody who speaks while the other talks
 * makes the other wait at once, and be silent when they mean it (decision 56). Pure: the clock is handed in.
 */
export class TurnTaking {
  /** What was said in the turn so far, where that is known. */
  text: string | undefined;
  /** When the person fell silent. */
  silentSince = 0;
  /** When there is something to decide, if nothing happens before. */
  dueAt: number | undefined;
  private phase: 'quiet' | 'speech' | 'deciding' = 'quiet';
  private isHeldBack = false;
  private guesses = 0;

  /** Whether nobody has said anything that is not decided. */
  get isQuiet(): boolean {
    return this.phase === 'quiet';
  }

  /**
   * @param now in ms, of any clock
   * @param isOtherTalking whether a reply is being made or said
   */
  take(event: TurnEvent, now: number, isOtherTalking: boolean): TurnAction[] {
    this.isHeldBack &&= isOtherTalking;
    switch (event.kind) {
      case 'speech':
        return this.speech(event.ms, isOtherTalking);
      case 'pause':
        this.phase = 'deciding';
        this.guesses = 0;
        this.silentSince = now - PAUSE_MS;
        this.dueAt = this.isHeldBack ? this.silentSince + NO_WORDS_MS : undefined;
        return ['recognise'];
      case 'guessed':
        if (this.phase !== 'speech' || !isOtherTalking || !isCommand(event.text)) return [];
        return this.yield();
      case 'heard':
        return this.phase === 'deciding' ? this.heard(event.text.trim(), now, isOtherTalking) : [];
      case 'time':
        return this.dueAt === undefined || now < this.dueAt ? [] : this.due();
      case 'over':
        return this.isQuiet || this.text === undefined ? [] : this.end('commit');
    }
  }

  private speech(ms: number, isOtherTalking: boolean): TurnAction[] {
    this.phase = 'speech';
    this.text = undefined;
    this.dueAt = undefined;
    if (!isOtherTalking) return [];
    if (ms >= YIELD_MS) return this.yield();
    const actions: TurnAction[] = [];
    if (!this.isHeldBack && ms >= HOLD_BACK_MS) {
      this.isHeldBack = true;
      actions.push('hold_back');
    }
    if (ms >= (GUESSES_MS[this.guesses] ?? Number.POSITIVE_INFINITY)) {
      this.guesses += 1;
      actions.push('guess');
    }
    return actions;
  }

  private heard(text: string, now: number, isOtherTalking: boolean): TurnAction[] {
    if (text === '' || (isOtherTalking && isBackchannel(text))) {
      const goOn: TurnAction[] = this.isHeldBack ? ['go_on'] : [];
      return [...goOn, ...this.end('drop')];
    }
    this.text = text;
    this.dueAt = this.silentSince + holdFor(text);
    const actions = isOtherTalking ? this.yield() : [];
    return now < this.dueAt ? actions : [...actions, ...this.end('commit')];
  }

  private due(): TurnAction[] {
    if (this.text !== undefined) return this.end('commit');
    this.dueAt = undefined;
    if (!this.isHeldBack) return [];
    this.isHeldBack = false;
    return ['go_on'];
  }

  private yield(): TurnAction[] {
    this.isHeldBack = false;
    return ['yield'];
  }

  private end(how: 'commit' | 'drop'): TurnAction[] {
    this.phase = 'quiet';
    this.dueAt = undefined;
    this.isHeldBack = false;
    return [how];
  }
}
