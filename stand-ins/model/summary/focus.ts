import type { Language } from '../reading/language.js';
import { holdsPhrase } from '../reading/phrase.js';
import { topicOf, weighs } from '../talk/topic.js';
import { AHEAD, DONE, FUTURE, INTENDED, OPEN_TOPICS, TALKING } from '../words/focus.js';
import { PEOPLE, type Person } from '../words/people.js';
import type { Clause } from '../reading/clauses.js';
import { findClause, findInLines, findingOf, itemFrom, rank } from './finding.js';
import type { Item } from './summary.js';
import type { UserLine } from './transcript.js';

const LEAST_LINES_FOR_A_TOPIC = 3;

/** What to come back to next time: what lies ahead or, without that, what weighed on the talk. */
export const nextFocus = (lines: readonly UserLine[], language: Language): readonly Item[] => {
  const ahead = [...talksAhead(lines, language), ...eventsAhead(lines, language)];
  return ahead.length > 0 ? ahead : openTopic(lines, language);
};

const eventsAhead = (lines: readonly UserLine[], language: Language): readonly Item[] =>
  rank(AHEAD, ({ phrases }) =>
    findInLines(lines, (line) =>
      findClause(line, line.sentences, phrases, (sentence) => isAhead(sentence, FUTURE)),
    ),
  ).map(({ what, findings }) => itemFrom(what.label[language], findings));

const talksAhead = (lines: readonly UserLine[], language: Language): readonly Item[] =>
  rank(PEOPLE, ({ phrases }) =>
    findInLines(lines, (line) => findClause(line, line.clauses, phrases, isTalkAhead)),
  ).map(({ what, findings }) => itemFrom(talkWith(what, language), findings));

const isAhead = ({ words }: Clause, signs: readonly string[]): boolean =>
  holdsPhrase(words, signs) && !holdsPhrase(words, DONE);

const isTalkAhead = (clause: Clause): boolean =>
  isAhead(clause, [...FUTURE, ...INTENDED]) && holdsPhrase(clause.words, TALKING);

const talkWith = ({ called }: Person, language: Language): string => {
  const name = called[language].replace(/\{\w+\}\s*/g, '');
  return { en: `the talk with ${name}`, hinglish: `${name} se baat`, hi: `${name} से बात` }[language];
};

/** A topic that came up twice, or once and hurt. */
const openTopic = (lines: readonly UserLine[], language: Language): readonly Item[] => {
  if (lines.length < LEAST_LINES_FOR_A_TOPIC) return [];
  const labelOf = ({ text }: UserLine): string | undefined => {
    const found = topicOf(text);
    return found === undefined ? undefined : OPEN_TOPICS[found.topic]?.[language];
  };
  const labels = [...new Set(lines.map(labelOf))].filter((label) => label !== undefined);
  const open = rank(labels, (label) => lines.filter((line) => labelOf(line) === label).map(findingOf)).find(
    ({ findings }) => findings.length > 1 || findings.some(({ line }) => weighs(line.text)),
  );
  return open === undefined ? [] : [itemFrom(open.what, open.findings)];
};
