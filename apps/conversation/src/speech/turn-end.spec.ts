import { describe, expect, it } from '@jest/globals';
import { holdFor } from './turn-end.js';

describe('the silence that ends a turn', () => {
  it.each([
    'मुझे अकेला महसूस हो रहा है',
    'कल मैं ज़रूर आऊँगा',
    'mujhe ghar jana hai',
    'hum kal baat karenge',
    'I am going home.',
    'ठीक है।',
    'who did you talk to?',
    'I think so',
    'धन्यवाद शुभ रात्रि',
    'thank you good night',
    'ok bye',
  ])('is short where the text is finished: %s', (text) => {
    expect(holdFor(text)).toBe(350);
  });

  it.each([
    'how much does the weekly plan cost',
    'कल morning में park',
    'मेरे दोस्त आगे',
    'it was a big challenge',
    'haan,',
  ])('is longer where the text may go on: %s', (text) => {
    expect(holdFor(text)).toBe(900);
  });

  it.each([
    'मैं घर गया और',
    'मुझे लगता है कि',
    'usne kaha ki',
    'main gaya tha lekin',
    'I wanted to call him but.',
    'well, um',
    'I do not know...',
    'phir',
    '',
  ])('is longest where the text says that it goes on: %s', (text) => {
    expect(holdFor(text)).toBe(1800);
  });

  it('does not hang on how a letter is put together', () => {
    for (const form of ['NFC', 'NFD'] as const) expect(holdFor('मुझे पढ़ना है'.normalize(form))).toBe(350);
  });
});
