import type { Phrasebook } from '../phrasebook.js';
import { HINGLISH_ACTS } from './acts.js';
import { HINGLISH_TOPICS } from './topics.js';
import { HINGLISH_VOICES } from './voices.js';

export const hinglish: Phrasebook = {
  voices: HINGLISH_VOICES,
  topics: HINGLISH_TOPICS,
  acts: HINGLISH_ACTS,
};
