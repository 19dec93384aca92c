import { KINDS, type History, type Kind, type Message, type Question } from './histories.js';

/** Finds messages for a cue, the best first; what it would not show is left out. */
export interface Finder {
  readonly name: string;
  /** Reads a history once, and then answers questions about it. */
  readonly open: (history: History) => Promise<(question: Question) => Promise<readonly number[]>>;
}

/** What came of asking all questions of a kind, in per cent. */
export interface Measured {
  readonly cues: number;
  readonly recall_1: number;
  readonly recall_5: number;
  readonly recall_10: number;
  /** Of the evidence within the first 1,000 tokens. */
  readonly recall_1000_tokens: number;
  /** Of what was never said: how often nothing at all was shown. */
  readonly silent: number;
}

const TOKENS = 1000;
const LINE_OVERHEAD = 14;

const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4) + LINE_OVERHEAD;

/** As many of the first as fit into a thousand tokens. */
export const withinTokens = (ids: readonly number[], messages: readonly Message[]): number[] => {
  let left = TOKENS;
  return ids.filter((id) => {
    const cost = tokensOf(messages[id]?.text ?? '');
    if (cost > left) return false;
    left -= cost;
    return true;
  });
};

/** Asks a finder everything about some histories. */
export const measure = async (
  finder: Finder,
  histories: readonly History[],
): Promise<ReadonlyMap<Kind | 'all', Measured>> => {
  const answers: {
    kind: Kind;
    evidence: readonly number[];
    found: readonly number[];
    inBudget: readonly number[];
  }[] = [];
  for (const history of histories) {
    const find = await finder.open(history);
    for (const question of history.questions) {
      const found = await find(question);
      answers.push({ ...question, found, inBudget: withinTokens(found, history.messages) });
    }
  }
  const of = (kind: Kind | 'all'): Measured => {
    const asked = answers.filter((answer) =>
      kind === 'all' ? answer.kind !== 'never said' : answer.kind === kind,
    );
    const mean = (part: (answer: (typeof asked)[number]) => number): number =>
      Math.round((1000 * asked.reduce((sum, answer) => sum + part(answer), 0)) / Math.max(1, asked.length)) /
      10;
    const share = (ids: readonly number[], evidence: readonly number[]): number =>
      evidence.length === 0 ? 0 : evidence.filter((id) => ids.includes(id)).length / evidence.length;
    return {
      cues: asked.length,
      recall_1: mean(({ found, evidence }) => share(found.slice(0, 1), evidence)),
      recall_5: mean(({ found, evidence }) => share(found.slice(0, 5), evidence)),
      recall_10: mean(({ found, evidence }) => share(found.slice(0, 10), evidence)),
      recall_1000_tokens: mean(({ inBudget, evidence }) => share(inBudget, evidence)),
      silent: mean(({ found }) => (found.length === 0 ? 1 : 0)),
    };
  };
  return new Map((['all', ...KINDS] as const).map((kind) => [kind, of(kind)]));
};
