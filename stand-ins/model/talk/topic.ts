import { clausesOf } from '../reading/clauses.js';
import { findPhrase, type Span } from '../reading/phrase.js';
import { isNegated, stanceOf } from '../reading/stance.js';
import { FEELINGS, HEAVY_TOPICS, TOPIC_PHRASES, type Topic } from '../words/topics.js';

/** What a text is about, and the words that show it. */
export interface FoundTopic {
  readonly topic: Topic;
  readonly span: Span;
}

/** The weightiest topic of a text; something to be glad of comes first when nothing weighs. */
export const topicOf = (text: string): FoundTopic | undefined => {
  const found = topicsIn(text);
  const joy = found.find(({ topic }) => topic === 'joy');
  return joy !== undefined && !found.some(({ topic }) => isHeavy(topic)) ? joy : found[0];
};

/** Every topic of a text, the weightiest first. */
export const topicsIn = (text: string): readonly FoundTopic[] => {
  const clauses = clausesOf(text);
  return TOPICS.flatMap(([topic, phrases]) => {
    for (const { words } of clauses) {
      const span = findPhrase(words, phrases);
      const outside = words.filter(({ start, end }) => span && (end <= span.start || start >= span.end));
      if (span !== undefined && !(isFeeling(topic) && isNegated(outside))) return [{ topic, span }];
    }
    return [];
  });
};

/** Whether something in the text is hard on the person. */
export const weighs = (text: string): boolean =>
  topicsIn(text).some(({ topic }) => isHeavy(topic)) ||
  clausesOf(text).some((clause) => stanceOf(clause).hurting);

const isHeavy = (topic: Topic): boolean => HEAVY_TOPICS.includes(topic);

const isTopic = (name: string): name is Topic => name in TOPIC_PHRASES;
const isFeeling = (topic: Topic): boolean => FEELINGS.includes(topic);

const TOPICS = Object.keys(TOPIC_PHRASES)
  .filter(isTopic)
  .map((topic) => [topic, TOPIC_PHRASES[topic]] as const);
