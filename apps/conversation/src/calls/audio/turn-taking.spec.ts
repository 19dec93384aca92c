import { describe, expect, it } from '@jest/globals';
import { TurnTaking, type TurnAction, type TurnEvent } from './turn-taking.js';

const WINDOW_MS = 32;

/** Somebody on a call, whose clock is moved by what happens. */
class Scene {
  readonly done: { readonly action: TurnAction; readonly at: number }[] = [];
  readonly turns = new TurnTaking();
  now = 10_000;

  constructor(public isOtherTalking = false) {}

  speaks(ms: number): this {
    for (let spoken = WINDOW_MS; spoken <= ms; spoken += WINDOW_MS) {
      this.now += WINDOW_MS;
      this.take({ kind: 'speech', ms: spoken });
    }
    return this;
  }

  stops(): this {
    this.now += 200;
    return this.take({ kind: 'pause' });
  }

  isHeard(text: string, afterMs = 150): this {
    this.waits(afterMs);
    return this.take({ kind: 'heard', text });
  }

  waits(ms: number): this {
    const until = this.now + ms;
    while (this.turns.dueAt !== undefined && this.turns.dueAt <= until) {
      this.now = Math.max(this.now, this.turns.dueAt);
      this.take({ kind: 'time' });
    }
    this.now = until;
    return this;
  }

  take(event: TurnEvent): this {
    for (const action of this.turns.take(event, this.now, this.isOtherTalking)) {
      this.done.push({ action, at: this.now });
      if (action === 'yield') this.isOtherTalking = false;
    }
    return this;
  }

  get actions(): TurnAction[] {
    return this.done.map(({ action }) => action);
  }

  atOf(action: TurnAction): number | undefined {
    return this.done.find((one) => one.action === action)?.at;
  }
}

describe('the end of a turn', () => {
  it.each([
    ['मेरे दोस्त ने फोन नहीं किया है', 350],
    ['yesterday my friend called', 900],
    ['मैं वहाँ गया था लेकिन', 1800],
  ])('comes after "%s" when silence has lasted %d ms', (text, holdMs) => {
    const scene = new Scene().speaks(960);
    const fellSilent = scene.now;
    scene.stops().isHeard(text, 100).waits(3000);
    expect(scene.actions).toEqual(['recognise', 'commit']);
    expect(scene.atOf('commit')).toBe(fellSilent + holdMs);
  });

  it('does not wait for what has passed while it was recognised', () => {
    const scene = new Scene().speaks(960).stops().isHeard('ठीक है।', 600);
    expect(scene.atOf('commit')).toBe(scene.now);
  });

  it('does not come when somebody goes on: all of it is recognised anew', () => {
    const scene = new Scene().speaks(960).stops().isHeard('मैं वहाँ गया था लेकिन').speaks(640).stops();
    expect(scene.turns.text).toBeUndefined();
    scene.isHeard('मैं वहाँ गया था लेकिन कोई नहीं था').waits(1000);
    expect(scene.actions).toEqual(['recognise', 'recognise', 'commit']);
  });

  it('takes no notice of words that come when somebody speaks again', () => {
    const scene = new Scene().speaks(960).stops().speaks(320).isHeard('ठीक है।');
    expect(scene.actions).toEqual(['recognise']);
  });

  it('comes at once when somebody hangs up, if there are words', () => {
    const scene = new Scene().speaks(960).stops().isHeard('and then').take({ kind: 'over' });
    expect(scene.actions).toEqual(['recognise', 'commit']);
    expect(scene.take({ kind: 'over' }).actions).toEqual(['recognise', 'commit']);
    expect(new Scene().speaks(960).take({ kind: 'over' }).actions).toEqual([]);
  });

  it('is not reached by noise', () => {
    expect(new Scene().speaks(320).stops().isHeard('').waits(3000).actions).toEqual(['recognise', 'drop']);
  });

  it('is reached by one word that answers', () => {
    expect(new Scene().speaks(288).stops().isHeard('हाँ').waits(500).actions).toEqual(['recognise', 'commit']);
  });
});

describe('somebody who speaks while the other talks', () => {
  it('makes the other wait after a quarter of a second, and be silent when it goes on', () => {
    const scene = new Scene(true);
    const began = scene.now;
    scene.speaks(960);
    expect(scene.atOf('hold_back')).toBeLessThanOrEqual(began + 256);
    expect(scene.atOf('yield')).toBe(began + 640);
  });

  it('is not heard for 200 ms', () => {
    expect(new Scene(true).speaks(200).actions).toEqual([]);
  });

  it.each(['हाँ', 'yes', 'theek hai', 'I see'])('goes on listening with "%s"', (text) => {
    const scene = new Scene(true).speaks(576).stops().isHeard(text).waits(3000);
    expect(scene.actions.filter((action) => action !== 'guess')).toEqual([
      'hold_back',
      'recognise',
      'go_on',
      'drop',
    ]);
  });

  it('silences the other with a few words, short as they are', () => {
    const scene = new Scene(true).speaks(448).stops().isHeard('not that').waits(1500);
    expect(scene.actions).toEqual(['hold_back', 'guess', 'guess', 'recognise', 'yield', 'commit']);
  });

  it('silences the other at once with a word of command', () => {
    const scene = new Scene(true).speaks(256).take({ kind: 'guessed', text: 'रुको' });
    expect(scene.actions).toEqual(['hold_back', 'guess', 'yield']);
    expect(new Scene(true).speaks(256).take({ kind: 'guessed', text: 'हाँ' }).actions).not.toContain('yield');
  });

  it('is not waited for when there are no words', () => {
    const scene = new Scene(true).speaks(320);
    const fellSilent = scene.now;
    scene.stops().waits(5000);
    expect(scene.atOf('go_on')).toBe(fellSilent + 1200);
    scene.isHeard('I wanted to ask something').waits(1000);
    expect(scene.actions.slice(-3)).toEqual(['go_on', 'yield', 'commit']);
  });
});
