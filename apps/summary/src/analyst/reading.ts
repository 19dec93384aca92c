import { FINDING_FIELDS, parseDto } from '@saathi/contracts';
import type { Findings, QuotedFinding } from '../merge/findings.js';
import type { ProposedMemory } from '../memories/memories.repository.js';
import { checkExtraction, claimsSomething } from './check-extraction.js';
import { checkMemories } from './check-memories.js';
import { ClaimedPersonaOp, Extraction } from './extraction.js';
import type { TranscriptLine } from './transcript.js';

/** What a session shows of the person, as far as it stands up to its check. */
export interface Reading {
  readonly findings: Findings<QuotedFinding>;
  /** Still to be held against the bounds of the companion. */
  readonly persona_ops: readonly ClaimedPersonaOp[];
  readonly memories: readonly ProposedMemory[];
}

/** The model answered, but nothing can be made of it: in another shape, or with nothing the person said. */
export class UnusableExtraction extends Error {
  constructor(
    readonly reason: 'not_in_shape' | 'unfounded',
    options?: ErrorOptions,
  ) {
    super(`The extraction cannot be used: ${reason}`, options);
    this.name = 'UnusableExtraction';
  }
}

/**
 * Reads an answer of the model. An answer that says nothing is one; one that says something of which nothing
 * is true is none.
 * @throws UnusableExtraction
 */
export const readExtraction = (answer: string, transcript: readonly TranscriptLine[]): Reading => {
  const extraction = parseExtraction(answer);
  const findings = checkExtraction(extraction, transcript);
  const found = FINDING_FIELDS.some((field) => findings[field].length > 0);
  const memories = checkMemories(extraction.memories ?? [], transcript);
  if (!found && claimsSomething(extraction)) throw new UnusableExtraction('unfounded');
  return { findings, memories, persona_ops: (extraction.persona_ops ?? []).flatMap(readPersonaOp) };
};

const parseExtraction = (answer: string): Extraction => {
  try {
    return parseDto(Extraction, JSON.parse(answer), 'drop');
  } catch (cause) {
    throw new UnusableExtraction('not_in_shape', { cause });
  }
};

const readPersonaOp = (claimed: unknown): ClaimedPersonaOp[] => {
  try {
    return [parseDto(ClaimedPersonaOp, claimed, 'drop')];
  } catch {
    return [];
  }
};
