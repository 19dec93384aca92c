import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from '../reading/language.js';
import { PERSONAS, type Persona } from './persona.js';
import { reply } from './reply.js';

/** A talk in which the person speaks first and everybody speaks in turn. */
const talk = (persona: Persona, ...texts: readonly string[]): string =>
  reply([
    { role: 'system', text: `You are a companion.\nPersona: ${persona}\n` },
    ...texts.map((text, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', text })),
  ]);

const questionsIn = (text: string): number => text.split('?').length - 1;

describe('reply', () => {
  it.each([
    ['My boss shouted at me in front of everyone today', 'My boss shouted at me in front of everyone today'],
    ['yaar aaj boss ne sabke saamne daanta', 'aaj boss ne sabke saamne daanta'],
    ['आज बॉस ने सबके सामने डाँटा', 'आज बॉस ने सबके सामने डाँटा'],
    ['Hmm okay so I painted an old temple, it was fine', 'I painted an old temple'],
  ])('takes up what was said in %j', (text, words) => {
    for (const persona of PERSONAS) expect(talk(persona, text)).toContain(`“${words}”`);
  });

  it.each([
    ['I feel lonely in this new city', 'en'],
    ['bahut akela lag raha hai', 'hinglish'],
    ['बहुत अकेला लग रहा है', 'hi'],
    ['kal mera exam hai', 'hinglish'],
    ['मेरी माँ बीमार हैं', 'hi'],
    ['I got promoted!', 'en'],
  ])('answers %j in its own language with one question in a few sentences', (text, language) => {
    for (const persona of PERSONAS) {
      const answer = talk(persona, text);
      expect(detectLanguage(answer.replace(/“.*?”/, ''))).toBe(language);
      expect(questionsIn(answer)).toBe(1);
      expect(answer.split(/[.!?।]+\s/).length).toBeLessThanOrEqual(5);
      expect(answer).not.toMatch(/[{}\n]/);
    }
  });

  it('sounds different for every persona and the same for the same talk', () => {
    const answers = PERSONAS.map((persona) => talk(persona, 'I feel so sad today'));
    expect(new Set(answers).size).toBe(PERSONAS.length);
    expect(PERSONAS.map((persona) => talk(persona, 'I feel so sad today'))).toEqual(answers);
  });

  it('addresses people politely as calm_mature and as a friend otherwise', () => {
    expect(talk('calm_mature', 'alvida')).not.toMatch(/\btum|karo\b/);
    expect(talk('calm_mature', 'namaste', 'Namaste.', 'main marna chahta hoon')).toContain('kijiye');
    expect(talk('sweet_supportive', 'main marna chahta hoon')).toContain('karo');
  });

  it('does not repeat the question it has just asked', () => {
    const first = talk('sweet_supportive', 'I feel so sad');
    const second = talk('sweet_supportive', 'I feel so sad', first, 'I feel so sad');
    expect(second).not.toBe(first);
  });

  it.each(['Are you a real person?', 'tum insaan ho kya?', 'क्या आप इंसान हैं?', 'am I talking to a bot'])(
    'says plainly that it is an AI when asked %j',
    (text) => {
      for (const persona of PERSONAS) expect(talk(persona, text)).toMatch(/\bAI\b/);
    },
  );

  it.each(['I love you', 'tumse pyaar ho gaya', 'तुमसे प्यार है'])('claims no feelings at %j', (text) => {
    for (const persona of PERSONAS) expect(talk(persona, text)).toMatch(/AI|एआई/);
  });

  it.each(['ok good night', 'chalo kal baat karte hain', 'अच्छा, शुभ रात्रि'])(
    'lets people go at %j: short and without a question',
    (text) => {
      for (const persona of PERSONAS) {
        const answer = talk(persona, text);
        expect(questionsIn(answer)).toBe(0);
        expect(answer.length).toBeLessThan(100);
      }
    },
  );

  it.each(['I want to kill myself', 'main jeena nahi chahta', 'मुझे जीने का मन नहीं करता'])(
    'names the help lines at %j',
    (text) => {
      for (const persona of PERSONAS) expect(talk(persona, text)).toMatch(/Tele-MANAS.*14416.*112/);
    },
  );

  it.each(['main hasi se mar gaya', 'I do not want to die, I am just tired'])(
    'sees no crisis in %j',
    (text) => {
      expect(talk('sweet_supportive', text)).not.toContain('14416');
    },
  );

  it('answers a request for advice with one small step for what was told before', () => {
    const answer = talk('bold_confident', 'My boss shouted at me', '…', 'what should I do?');
    expect(answer).toContain('“My boss shouted at me”');
    expect(answer).toContain('One small step');
  });
});

describe('reply, asked whether it remembers', () => {
  it('quotes what was said earlier in the talk', () => {
    const answer = talk(
      'sweet_supportive',
      'mera mock test kharab gaya',
      '…',
      'aaj khana bahut accha tha',
      '…',
      'yaad hai mera test?',
    );
    expect(answer).toContain('“mera mock test kharab gaya”');
  });

  it('finds it across scripts', () => {
    expect(talk('calm_mature', 'मेरी माँ बीमार हैं', '…', 'yaad hai mummy ke baare mein?')).toContain(
      'मेरी माँ बीमार हैं',
    );
  });

  it('knows what the system message remembers of earlier talks', () => {
    const answer = reply([
      { role: 'system', text: 'Persona: calm_mature\n<memories>\n- "My dog is called Bruno"\n</memories>' },
      { role: 'user', text: 'do you remember my dog?' },
    ]);
    expect(answer).toContain('“My dog is called Bruno”');
  });

  it('does not guess', () => {
    expect(talk('calm_mature', 'I like tea', '…', 'do you remember my cat?')).toContain('rather not guess');
  });
});

describe('reply to a greeting', () => {
  it('asks about what the last talk left open', () => {
    const answer = reply([
      { role: 'system', text: 'Persona: sweet_supportive\nFocus: how the interview went' },
      { role: 'user', text: 'hi' },
    ]);
    expect(answer).toContain('how the interview went');
  });
});
