import { describe, expect, it } from '@jest/globals';
import { isGoodbye } from './is-goodbye.js';

describe('a goodbye', () => {
  it.each([
    'bye',
    'Bye!!',
    'byee'.slice(0, 3),
    'ok bye',
    'Good night 🌙',
    'good night, sweet dreams',
    'gn',
    'goodbye for now',
    'ttyl',
    'see you tomorrow',
    'I have to go now',
    'gotta go, thanks',
    'I should go now',
    "I'm going to sleep now",
    'thank you, that is all for today',
    'okay talk to you later',
    'talk tomorrow then',
    'off to bed',
    'take care',
    'alvida',
    'accha ab main chalti hoon',
    'chalta hun yaar',
    'main ab so jaati hoon',
    'sone ja rahi hu',
    'kal baat karte hain',
    'phir milenge',
    'fir milenge yaar',
    'theek hai, kal milte hai',
    'shubh ratri',
    'mujhe jana hai ab',
    'अलविदा',
    'शुभ रात्रि',
    'अब मैं चलती हूँ',
    'फिर मिलेंगे',
    'कल बात करते हैं',
    'अच्छा अब सोने जा रही हूँ',
    'ठीक है, कल मिलते हैं',
    'मुझे जाना है',
  ])('is: %s', (text) => {
    expect(isGoodbye(text)).toBe(true);
  });

  it.each([
    'hello',
    'I said goodbye to my mother at the station',
    'he never says good night to me',
    'should I go?',
    'I have to go to the office tomorrow',
    'I need to go through all of this again',
    'my dog had to say bye to us',
    'good night walks help me think',
    'kal office jana hai',
    'woh chala gaya',
    'mujhe jaana hai Goa par paise nahi hain',
    'main ghar jaa rahi hoon aur dar lag raha hai',
    'aaj baat karte hain?',
    'मुझे कल दिल्ली जाना है तो घबराहट हो रही है',
    'वो बिना अलविदा कहे चला गया',
    'शुभ समाचार है',
    '',
    '🙂',
  ])('is not: %s', (text) => {
    expect(isGoodbye(text)).toBe(false);
  });
});
