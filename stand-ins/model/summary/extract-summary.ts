import { mainLanguage } from '../reading/language.js';
import { communicationFit } from './communication.js';
import { itemFrom } from './finding.js';
import { nextFocus } from './focus.js';
import { growthAreas } from './growth.js';
import { lastingFacts } from './lasting-facts.js';
import { loveLanguage } from './love-language.js';
import { mannerOf } from './manner.js';
import { partnerOneLiner } from './one-liner.js';
import { personaOps } from './persona-ops.js';
import type { SessionSummary } from './summary.js';
import { valuedTraits } from './traits.js';
import { readUserLines } from './transcript.js';

const MOST_LABELS = 5;
const MOST_FOCUS = 3;
const MOST_MEMORIES = 5;

/**
 * What a talk really says, by rules: every item rests on lines of the person and quotes one of them.
 * @param message holds the talk as JSON lines between `<transcript>` and `</transcript>`
 */
export const extractSummary = (message: string): SessionSummary => {
  const lines = readUserLines(message);
  const language = mainLanguage(lines.map(({ text }) => text));
  const manner = mannerOf(lines);
  const traits = valuedTraits(lines).slice(0, MOST_LABELS);
  const growth = growthAreas(lines).slice(0, MOST_LABELS);
  const focus = nextFocus(lines, language).slice(0, MOST_FOCUS);
  return {
    partner_type_one_liner: partnerOneLiner(traits, language),
    top_3_traits_you_value: traits.map(({ what, findings }) => itemFrom(what.label[language], findings)),
    what_you_might_work_on: growth.map(({ what, findings }) => itemFrom(what.label[language], findings)),
    next_time_focus: focus,
    love_language_guess: loveLanguage(lines),
    communication_fit: communicationFit(lines, manner, language),
    memories: lastingFacts(lines).slice(0, MOST_MEMORIES),
    persona_ops: personaOps(lines, manner, focus[0]),
  };
};
