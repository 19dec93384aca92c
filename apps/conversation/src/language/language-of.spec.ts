import { describe, expect, it } from '@jest/globals';
import { languageOf, type Language } from './language-of.js';

describe('the language somebody writes in', () => {
  it.each<[string, Language]>([
    ['आज बहुत थक गया हूँ', 'hindi'],
    ['ok ठीक है', 'hindi'],
    ['Aaj office mein bahut stress tha', 'hinglish'],
    ['yaar I am so tired', 'hinglish'],
    ['kya hua?', 'hinglish'],
    ['I had the main meeting today, do you see?', 'english'],
    ['The log is on the par 3', 'english'],
    ['hi', 'english'],
    ['I said to my yaar that I would leave the city and never come back again', 'english'],
    ['👍 42', 'english'],
  ])('%j is %s', (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });

  it('of a text without words is the one that was spoken before', () => {
    expect(languageOf('👍', 'hindi')).toBe('hindi');
  });
});
