import { english } from '../phrasebook/english/index.js';
import { hindi } from '../phrasebook/hindi/index.js';
import { hinglish } from '../phrasebook/hinglish/index.js';
import type { Phrasebook, Voice } from '../phrasebook/phrasebook.js';
import { languageOf, type Language } from '../reading/language.js';
import { clausesOf } from '../reading/clauses.js';
import { findPhrase, holdsPhrase } from '../reading/phrase.js';
import { wordsOf } from '../reading/words.js';
import { ASKS_ADVICE } from '../words/acts.js';
import { PEOPLE } from '../words/people.js';
import { actOf, type Act } from './act.js';
import { readConversation, type ChatMessage, type Conversation } from './conversation.js';
import { isPolite } from './persona.js';
import { recall } from './recall.js';
import { Wording } from './wording.js';
import { takeUp } from './taking-up.js';
import { topicOf, weighs } from './topic.js';

const PHRASEBOOKS: Readonly<Record<Language, Phrasebook>> = { en: english, hinglish, hi: hindi };

/** Everything a reply is made from. */
interface Turn {
  readonly conversation: Conversation;
  readonly language: Language;
  readonly book: Phrasebook;
  readonly voice: Voice;
  readonly wording: Wording;
}

/** What a warm, attentive listener says next: the same talk always gives the same reply. */
export const reply = (messages: readonly ChatMessage[]): string => {
  const turn = turnOf(readConversation(messages));
  return sentences(REPLIES[actOf(turn.conversation.said)](turn));
};

const turnOf = (conversation: Conversation): Turn => {
  const { persona, said, saidBefore, answered } = conversation;
  const language = languageOf([said, ...saidBefore]);
  const book = PHRASEBOOKS[language];
  const seed = [persona, String(saidBefore.length), said].join('|');
  const wording = new Wording(language, isPolite(persona), seed, answered);
  return { conversation, language, book, voice: book.voices[persona], wording };
};

type Sentences = readonly string[];

const sentences = (parts: Sentences): string => parts.filter((part) => part !== '').join(' ');

const greet = ({ conversation: { focus }, book, voice, wording }: Turn): Sentences => [
  wording.say(voice.hello),
  focus === undefined ? wording.say(voice.helloQuestions) : wording.say(book.acts.focus, { focus }),
  voice.emoji,
];

const remember = ({ conversation, book, voice, wording }: Turn): Sentences => {
  const told = recall(conversation);
  if (told === undefined) return [wording.say(book.acts.notRemembered)];
  const memory = takeUp(told, topicOf(told)?.span) ?? told;
  return [wording.say(book.acts.remembered, { memory }), voice.emoji];
};

const listen = (turn: Turn): Sentences => {
  const { conversation, book, voice, wording } = turn;
  const found = topicOf(conversation.said);
  const said = takeUp(conversation.said, found?.span);
  if (said === undefined) return [wording.say(book.acts.unclear), voice.emoji];
  if (found === undefined && conversation.said.includes('?')) {
    return [wording.say(book.acts.factQuestion, { said }), voice.emoji];
  }
  const lines = book.topics[found?.topic ?? 'other'];
  const reflection = wording.say(lines.reflections, { said });
  const question = questionAboutPerson(turn) ?? wording.say(lines.questions);
  if (weighs(conversation.said)) {
    return [wording.say(voice.heavy), reflection, wording.say(voice.support), question];
  }
  const opening = wording.say(found?.topic === 'joy' ? voice.light : voice.neutral);
  return [opening, reflection, question, voice.emoji];
};

const advise = ({ conversation, book, voice, wording }: Turn): Sentences => {
  const troubles = troublesOf(conversation);
  const trouble = troubles.find((text) => topicOf(text) !== undefined) ?? troubles[0];
  const found = topicOf(trouble ?? conversation.said);
  const lines = book.topics[found?.topic ?? 'other'];
  const said = trouble === undefined ? undefined : takeUp(trouble, found?.span);
  return [
    said === undefined ? wording.say(voice.neutral) : wording.say(lines.reflections, { said }),
    wording.say([lines.step]),
    wording.say(book.acts.adviceQuestion),
  ];
};

/** What the advice is asked for: said beside the question or, failing that, before it. */
const troublesOf = ({ said, saidBefore }: Conversation): readonly string[] => {
  const beside = clausesOf(said).filter(({ words }) => !holdsPhrase(words, ASKS_ADVICE));
  return [...beside.map(({ text }) => text), ...saidBefore];
};

/** Every other time, when somebody is mentioned who can be asked about. */
const questionAboutPerson = ({ conversation, language, book, wording }: Turn): string | undefined => {
  const words = wordsOf(conversation.said);
  const person = PEOPLE.find(({ phrases }) => findPhrase(words, phrases) !== undefined);
  if (person === undefined || wording.flip('person')) return undefined;
  return wording.say(book.acts.aboutPerson.map((line) => line.replace('{who}', person.called[language])));
};

const REPLIES: Readonly<Record<Act, (turn: Turn) => Sentences>> = {
  crisis: ({ book, wording }) => [wording.say(book.acts.crisis)],
  asks_if_ai: ({ book, wording }) => [wording.say(book.acts.isAi)],
  asks_memory: remember,
  loves: ({ book, wording }) => [wording.say(book.acts.love)],
  goodbye: ({ voice, wording }) => [wording.say(voice.goodbye), voice.emoji],
  thanks: ({ voice, wording }) => [wording.say(voice.thanks), voice.emoji],
  greeting: greet,
  asks_advice: advise,
  tells: listen,
};
