import { describe, expect, it } from '@jest/globals';
import { detectLanguage, languageOf, mainLanguage } from './language.js';

describe('detectLanguage', () => {
  it.each([
    ['मैं आज बहुत थक गया', 'hi'],
    ['मुझे office में stress है', 'hi'],
    ['main aaj bahut thak gaya hoon yaar', 'hinglish'],
    ['Mera boss toxic hai', 'hinglish'],
    ['Office me bahut stress hai and my boss is mad', 'hinglish'],
    ['kya haal hai', 'hinglish'],
    ['namaste', 'hinglish'],
    ['I am the main character in my own life', 'en'],
    ['My boss shouted at me', 'en'],
    ['Hi yaar I am feeling very low today, it is so bad', 'en'],
    ['Do you know what pyaar means in the song?', 'en'],
    ['so tired', 'en'],
  ])('reads %j as %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['ok', 'hm', '😊', '1234', 'hahaha', ''])('sees no language in %j', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });
});

describe('languageOf', () => {
  it('falls back on what was said before', () => {
    expect(languageOf(['ok', 'bahut bura laga yaar'])).toBe('hinglish');
  });

  it('begins in Hindi when nothing shows a language', () => {
    expect(languageOf(['😊'])).toBe('hi');
    expect(languageOf(['Rahul'])).toBe('en');
  });
});

describe('mainLanguage', () => {
  it('is the language of most words', () => {
    expect(mainLanguage(['hello there', 'aaj office mein bahut kaam tha', 'ok'])).toBe('hinglish');
  });
});
