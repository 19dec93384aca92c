import { styleAxes, styleRange, type PersonaPrompt, type StyleAxis } from '@saathi/contracts';
import { canonicalLabel } from './canonical-label.js';
import { isSafeLine } from './safe-line.js';

/** A proposed change to a persona prompt. */
export interface PersonaOp {
  readonly op: 'nudge' | 'add' | 'remove' | 'set' | 'undo';
  readonly path: string;
  /** For `nudge`. */
  readonly amount: number;
  /** For `add`, `remove` and `set`. */
  readonly text: string;
}

/** A persona prompt after a session, with the changes that were really made. */
export interface Evolution {
  readonly prompt: PersonaPrompt;
  readonly applied: readonly PersonaOp[];
}

const MAX_OPS = 3;
const MAX_NUDGE = 0.1;
const MAX_LINES = 8;

/**
 * Applies up to three changes, each within bounds; what is pinned, frozen, unsafe or out of range is
 * left as it is. With no change left over, the prompt and its revision stay the same.
 */
export const evolvePersona = (prompt: PersonaPrompt, ops: readonly PersonaOp[]): Evolution => {
  if (prompt.frozen) return { prompt, applied: [] };
  let evolved = prompt;
  const applied: PersonaOp[] = [];
  for (const op of ops.slice(0, MAX_OPS)) {
    const next = prompt.pinned.includes(op.path) ? undefined : applyOp(evolved, op);
    if (next !== undefined) {
      evolved = next;
      applied.push(op);
    }
  }
  return applied.length === 0
    ? { prompt, applied }
    : { prompt: { ...evolved, revision: prompt.revision + 1 }, applied };
};

/** The prompt with the change, or undefined if there is none to make. */
const applyOp = (prompt: PersonaPrompt, { op, path, amount, text }: PersonaOp): PersonaPrompt | undefined => {
  const axis = styleAxes.find((name) => path === `/style/${name}`);
  if (op === 'nudge') return axis === undefined ? undefined : nudge(prompt, axis, amount);
  const line = text.trim();
  if (op === 'remove')
    return path === '/do' || path === '/avoid' ? removeLine(prompt, keyOf(path), line) : undefined;
  if (!isSafeLine(line)) return undefined;
  if (op === 'set')
    return path === '/focus' && prompt.focus[0] !== line ? { ...prompt, focus: [line] } : undefined;
  return path === '/do' || path === '/avoid' ? addLine(prompt, keyOf(path), line) : undefined;
};

const keyOf = (path: '/do' | '/avoid'): 'do' | 'avoid' => (path === '/do' ? 'do' : 'avoid');

const nudge = (prompt: PersonaPrompt, axis: StyleAxis, amount: number): PersonaPrompt | undefined => {
  const [lowest, highest] = styleRange(prompt.base, axis);
  const step = Math.max(-MAX_NUDGE, Math.min(MAX_NUDGE, amount));
  const value = Math.round(Math.max(lowest, Math.min(highest, prompt.style[axis] + step)) * 100) / 100;
  return value === prompt.style[axis] || Number.isNaN(value)
    ? undefined
    : { ...prompt, style: { ...prompt.style, [axis]: value } };
};

const addLine = (prompt: PersonaPrompt, key: 'do' | 'avoid', line: string): PersonaPrompt | undefined => {
  const lines = prompt[key];
  return lines.length >= MAX_LINES || lines.some((known) => canonicalLabel(known) === canonicalLabel(line))
    ? undefined
    : { ...prompt, [key]: [...lines, line] };
};

const removeLine = (prompt: PersonaPrompt, key: 'do' | 'avoid', line: string): PersonaPrompt | undefined => {
  const left = prompt[key].filter((known) => canonicalLabel(known) !== canonicalLabel(line));
  return left.length === prompt[key].length ? undefined : { ...prompt, [key]: left };
};
