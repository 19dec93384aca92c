import { canonicalLabel } from './canonical-label.js';
import type { Finding } from './findings.js';

interface Weighed {
  /** The latest spelling. */
  readonly value: string;
  readonly weight: number;
  /** Sessions since it was last seen. */
  readonly unseen: number;
}

/** Labels gathered over sessions, and those that are shown. */
export interface LabelState {
  readonly weighed: ReadonlyMap<string, Weighed>;
  /** Canonical labels, heaviest first. */
  readonly shown: readonly string[];
}

export const noLabels: LabelState = { weighed: new Map(), shown: [] };

const SHOWN = 3;
const HALF_LIFE_SESSIONS = 6;
/** A newcomer takes a place only when it is clearly heavier, so that the list does not flicker. */
const DISPLACES_AT = 1.15;

/**
 * Adds one session. A label weighs by the evidence behind it, halves every six sessions, and is
 * forgotten when it was not seen for `forgetAfter` of them.
 */
export const addLabels = (
  state: LabelState,
  findings: readonly Finding[],
  forgetAfter = Infinity,
): LabelState => {
  const weighed = new Map<string, Weighed>();
  for (const [label, { value, weight, unseen }] of state.weighed) {
    if (unseen + 1 < forgetAfter) {
      weighed.set(label, { value, weight: weight * 0.5 ** (1 / HALF_LIFE_SESSIONS), unseen: unseen + 1 });
    }
  }
  for (const finding of findings) {
    const label = canonicalLabel(finding.value);
    const weight = (weighed.get(label)?.weight ?? 0) + evidenceQuality(finding);
    weighed.set(label, { value: finding.value, weight, unseen: 0 });
  }
  return { weighed, shown: choose(weighed, state.shown) };
};

/** The shown labels in their latest spelling, or null when there are none. */
export const shownValues = ({ weighed, shown }: LabelState): string[] | null => {
  const values = shown.flatMap((label) => weighed.get(label)?.value ?? []);
  return values.length === 0 ? null : values;
};

/** One message is half of a proof, two are three quarters, and so on. */
const evidenceQuality = ({ message_ids }: Finding): number => 1 - 0.5 ** message_ids.length;

const choose = (weighed: ReadonlyMap<string, Weighed>, incumbents: readonly string[]): string[] => {
  const weightOf = (label: string): number => weighed.get(label)?.weight ?? 0;
  const heaviestFirst = (one: string, other: string): number =>
    weightOf(other) - weightOf(one) || (one < other ? -1 : 1);
  const shown = incumbents.filter((label) => weighed.has(label));
  for (const label of [...weighed.keys()].sort(heaviestFirst)) {
    if (shown.includes(label)) continue;
    if (shown.length < SHOWN) {
      shown.push(label);
      continue;
    }
    const weakest = shown.toSorted(heaviestFirst).at(-1) ?? '';
    if (weightOf(label) >= DISPLACES_AT * weightOf(weakest)) shown.splice(shown.indexOf(weakest), 1, label);
  }
  return shown.sort(heaviestFirst);
};
