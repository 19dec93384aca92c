import type { PersonaPrompt, UpdatePersonaBody } from '@saathi/contracts';
import type { Evolution, PersonaOp } from '../merge/evolve-persona.js';

/** What the person changes of a companion by their own word; what is already so is no change. */
export const revisePersona = (prompt: PersonaPrompt, wish: UpdatePersonaBody): Evolution => {
  const wished = {
    frozen: wish.frozen ?? prompt.frozen,
    boundaries: wish.boundaries?.map((line) => line.trim()) ?? prompt.boundaries,
    pinned: wish.pinned ?? prompt.pinned,
  };
  const applied = (['frozen', 'boundaries', 'pinned'] as const)
    .filter((member) => JSON.stringify(wished[member]) !== JSON.stringify(prompt[member]))
    .map((member): PersonaOp => ({
      op: 'set',
      path: `/${member}`,
      amount: 0,
      text: JSON.stringify(wished[member]),
    }));
  return applied.length === 0
    ? { prompt, applied }
    : { prompt: { ...prompt, ...wished, revision: prompt.revision + 1 }, applied };
};
