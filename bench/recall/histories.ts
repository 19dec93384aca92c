import { readFileSync } from 'node:fs';

export const SCRIPTS = ['en', 'hinglish', 'hi'] as const;
export type Script = (typeof SCRIPTS)[number];
type InScripts<T = string> = Readonly<Record<Script, T>>;

interface Fact {
  readonly id: string;
  readonly said: InScripts;
  readonly asked: InScripts;
  readonly put_otherwise: InScripts;
}

interface RecallSet {
  readonly facts: readonly Fact[];
  readonly pairs: readonly {
    readonly first: InScripts;
    readonly second: InScripts;
    readonly asked: InScripts;
  }[];
  readonly never_said: readonly (readonly [en: string, hinglish: string, hi: string])[];
}

interface Filler {
  readonly slots: Readonly<Record<string, InScripts<readonly string[]>>>;
  readonly person: InScripts<readonly string[]>;
  readonly companion: InScripts<readonly string[]>;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./set/${name}.json`, import.meta.url), 'utf8'));

const set = read('facts') as RecallSet;
const filler = read('filler') as Filler;

/** One message of a made-up life. */
export interface Message {
  readonly id: number;
  readonly session: number;
  readonly role: 'user' | 'ai';
  readonly text: string;
}

export const KINDS = [
  'single fact',
  'temporal',
  'paraphrase',
  'cross-script',
  'multi-hop',
  'never said',
] as const;
export type Kind = (typeof KINDS)[number];

/** A question, and the messages that answer it; none for what was never said. */
export interface Question {
  readonly kind: Kind;
  readonly cue: string;
  readonly evidence: readonly number[];
}

/** A made-up life with questions about it. */
export interface History {
  readonly messages: readonly Message[];
  readonly questions: readonly Question[];
}

const SESSION_EXCHANGES = 14;

/** Numbers in a fixed order that look random, so that every run asks the same. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

/** The life number `seed` with about so many messages: the facts are spread over it, each in another script. */
export const makeHistory = (seed: number, size: number): History => {
  const roll = dice(seed + 1);
  const exchanges = Math.floor(size / 2);
  const told = tellings(seed);
  const places = new Map<number, string>();
  // The newest part is left to small talk, so that nothing is found by being recent.
  const span = Math.floor(exchanges * 0.9);
  for (const [n, text] of told.entries()) {
    let place = Math.floor(((n + 0.5) * span) / told.length) + roll(3);
    while (places.has(place)) place += 1;
    places.set(place, text);
  }
  const messages: Message[] = [];
  for (let n = 0; n < exchanges; n += 1) {
    const session = Math.floor(n / SESSION_EXCHANGES);
    const script = SCRIPTS[roll(3)] ?? 'en';
    const text = places.get(n) ?? fill(filler.person[script], script, roll);
    messages.push({ id: messages.length, session, role: 'user', text });
    messages.push({
      id: messages.length,
      session,
      role: 'ai',
      text: fill(filler.companion[script], script, roll),
    });
  }
  return {
    messages,
    questions: questionsOf(seed, (text) => messages.findIndex((message) => message.text === text)),
  };
};

const scriptOf = (seed: number, n: number): Script => SCRIPTS[(seed + n) % SCRIPTS.length] ?? 'en';

const tellings = (seed: number): string[] => [
  ...set.facts.map(({ said }, n) => said[scriptOf(seed, n)]),
  ...set.pairs.map(({ first }, n) => first[scriptOf(seed, n)]),
  ...set.pairs.map(({ second }, n) => second[scriptOf(seed, n + 1)]),
];

const fill = (templates: readonly string[], script: Script, roll: (sides: number) => number): string => {
  const template = templates[roll(templates.length)] ?? '';
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const words = filler.slots[slot]?.[script] ?? [];
    return words[roll(words.length)] ?? '';
  });
};

const questionsOf = (seed: number, placeOf: (text: string) => number): Question[] => [
  ...set.facts.flatMap(({ said, asked, put_otherwise }, n): Question[] => {
    const own = scriptOf(seed, n);
    const evidence = [placeOf(said[own])];
    const other = SCRIPTS[(SCRIPTS.indexOf(own) + 1 + (n % 2)) % SCRIPTS.length] ?? 'en';
    const kindOf = (script: Script): Kind =>
      script !== own ? 'cross-script' : asked.en.startsWith('When') ? 'temporal' : 'single fact';
    return [
      ...SCRIPTS.map((script) => ({ kind: kindOf(script), cue: asked[script], evidence })),
      { kind: 'paraphrase', cue: put_otherwise[own], evidence },
      { kind: 'cross-script', cue: put_otherwise[other], evidence },
    ];
  }),
  ...set.pairs.flatMap(({ first, second, asked }, n) => {
    const evidence = [placeOf(first[scriptOf(seed, n)]), placeOf(second[scriptOf(seed, n + 1)])];
    return SCRIPTS.map((script) => ({ kind: 'multi-hop' as const, cue: asked[script], evidence }));
  }),
  ...set.never_said.flat().map((cue) => ({ kind: 'never said' as const, cue, evidence: [] })),
];
