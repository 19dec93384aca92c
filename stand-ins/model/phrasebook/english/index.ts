import type { Phrasebook } from '../phrasebook.js';
import { ENGLISH_ACTS } from './acts.js';
import { ENGLISH_TOPICS } from './topics.js';
import { ENGLISH_VOICES } from './voices.js';

export const english: Phrasebook = {
  voices: ENGLISH_VOICES,
  topics: ENGLISH_TOPICS,
  acts: ENGLISH_ACTS,
};
