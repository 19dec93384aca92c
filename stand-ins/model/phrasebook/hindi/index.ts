import type { Phrasebook } from '../phrasebook.js';
import { HINDI_ACTS } from './acts.js';
import { HINDI_TOPICS } from './topics.js';
import { HINDI_VOICES } from './voices.js';

export const hindi: Phrasebook = {
  voices: HINDI_VOICES,
  topics: HINDI_TOPICS,
  acts: HINDI_ACTS,
};
