import { DomainError, parseDto } from '@saathi/contracts';
import type { ProposedMemory } from '../memories/memories.repository.js';
import { verify } from './check-extraction.js';
import { ClaimedMemory } from './extraction.js';
import { saidByUser, type TranscriptLine } from './transcript.js';

const MAX_MEMORIES = 5;
const MAX_CHARACTERS = 200;

/** Keeps of the proposed memories what stands up to the same check as a finding; an odd one is left out. */
export const checkMemories = (
  claimed: readonly unknown[],
  transcript: readonly TranscriptLine[],
): ProposedMemory[] => {
  const said = saidByUser(transcript);
  return claimed
    .flatMap((item) => readMemory(item))
    .flatMap((memory) =>
      verify([memory], said, MAX_CHARACTERS, 1).map((finding) => ({ ...finding, kind: memory.kind })),
    )
    .slice(0, MAX_MEMORIES);
};

const readMemory = (claimed: unknown): ClaimedMemory[] => {
  try {
    return [parseDto(ClaimedMemory, claimed, 'drop')];
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
};
