import { describe, expect, it } from '@jest/globals';
import { screen, type DangerLevel } from './screen.js';

const says = (expected: DangerLevel, texts: readonly string[]): void => {
  it.each(texts)(`hears ${expected} in %j`, (text) => {
    expect(screen(text).level).toBe(expected);
  });
};

describe('a plan', () => {
  says('intent', [
    "I'm going to kill myself tonight",
    'i will end it all today',
    'I have the pills ready, I want this to end',
    'I took all the pills',
    'I took 40 pills',
    'I am going to end it tonight',
    'gonna jump off the bridge',
    'this is my last goodbye',
    'I wrote a suicide note',
    'main aaj mar jaunga',
    'aaj raat jaan de dungi',
    'khud ko khatam kar lunga',
    'phansi laga lungi',
    'zeher kha liya',
    'neend ki goliyan kha li hain',
    'chhat se kood jaunga',
    'nas kaat lungi abhi',
    'pankhe se latak jaunga',
    'maine 30 goliyan kha li',
    'पंखे से लटक जाऊँगी',
    'मैंने 30 गोलियाँ खा लीं',
    'मैं आज जान दे दूँगी',
    'ज़हर खा लिया है',
    'फाँसी लगा लूँगा',
    'छत से कूदने जा रहा हूँ',
    'मैं खुद को खत्म कर लूँगा',
    'नींद की गोलियाँ खा ली',
  ]);
});

describe('a wish to be dead', () => {
  says('ideation', [
    'I want to die',
    'i just wanna die',
    'I wish I was never born',
    "I don't want to live anymore",
    'thinking about suicide a lot',
    'everyone would be better off without me',
    'there is no reason to live',
    'I have been cutting myself again',
    'I feel like killing myself',
    'I just want it all to be over',
    'I want to sleep and never wake up',
    'I have nothing left to live for',
    'thinking of ending it all',
    'I deserve to die',
    'I cut my arm with a blade',
    'kal raat maine apna haath kaata blade se',
    'koi fayda nahi jeene ka',
    'jeene ka kya matlab',
    'jeene ki ichha khatam ho gayi',
    'sab khatam karne ka mann hai',
    'hamesha ke liye so jana chahti hoon',
    'mujhe mar jana chahiye',
    'ab aur nahi jee sakti',
    'maut aa jaye bas',
    'bhagwan mujhe utha le',
    'mere marne se sab khush honge',
    'कल रात ब्लेड से हाथ काटा',
    'कोई फ़ायदा नहीं जीने का',
    'सब ख़त्म करने का मन है',
    'हमेशा के लिए सो जाना चाहता हूँ',
    'मुझे मर जाना चाहिए',
    'मौत आ जाए बस',
    'marna chahti hoon',
    'mar jana chahta hoon yaar',
    'ab jeena nahi chahta',
    'jeene ka mann nahi karta',
    'zindagi khatam kar dun kya',
    'khudkushi ke baare mein soch rahi hoon',
    'mar jaun to accha hoga',
    'khud ko hurt karti hoon',
    'suicide kar lu kya',
    'मरना चाहता हूँ',
    'अब जीना नहीं चाहती',
    'मैं आत्महत्या के बारे में सोचता हूँ',
    'जीने का कोई मतलब नहीं',
    'मर जाऊँ तो अच्छा',
    'my friend wants to die, what do I do',
    'mera dost suicide ki baat kar raha hai',
    'I said I was dying of laughter but really I want to die',
    'hasi se mar gaya, par sach mein marna chahta hoon',
  ]);
});

describe('a way of speaking', () => {
  says('doubt', [
    'I am dying of laughter',
    'dying to meet you',
    'this deadline is killing me',
    'I have decided to end things tonight',
    'I want to end things with my boyfriend',
    'I am thinking of ending it, we only fight',
    'I will end everything with him today',
    'usse sab khatam karna chahti hoon',
    'Rohan ke saath sab kuch khatam karne ka mann hai',
    'sab khatam karna chahta hoon uske saath',
    'kal subah main nahi rahungi',
    'उससे सब ख़त्म करना चाहती हूँ',
    'the biryani was to die for',
    'my phone died',
    'we watched Suicide Squad',
    'main hasi se mar gaya',
    'mar gaya yaar, kal exam hai',
    'bhook se mar rahi hoon',
    'sharm se mar jaungi',
    'tujh pe marta hoon',
    'meri jaan kaisi ho',
    'jaan le li is meeting ne',
    'marne ki fursat nahi hai',
    'yeh gaana zeher lagta hai',
    'हँसी से मर गया',
    'भूख से मर रही हूँ',
    'मरने की भी फुर्सत नहीं',
  ]);
});

describe('a no', () => {
  says('doubt', [
    'I do not want to die',
    "I'm not suicidal",
    'I would never kill myself',
    'marna nahi chahta',
    'suicide nahi karungi',
    'मरना नहीं चाहता',
  ]);
});

describe('pain', () => {
  says('distress', [
    'I feel so hopeless',
    "I can't take this anymore",
    'had a panic attack today',
    'bardasht nahi hota ab',
    'toot gayi hoon andar se',
    'bahut akela feel hota hai',
    'रोना आ रहा है',
    'papa guzar gaye pichle mahine',
    'I am a burden on everyone',
    'life has no meaning',
    'zindagi se thak gayi hoon',
    'main sabke liye bojh hoon',
    'ज़िंदगी से थक गया हूँ',
    'मैं सबके लिए बोझ हूँ',
  ]);
});

describe('an ordinary evening', () => {
  says('none', [
    'Aaj office mein bahut stress tha',
    'I love my job but my boss is annoying',
    'kal exam hai, padhna hai',
    'मुझे आज अच्छा लगा',
    'I cut my hair today',
    'usne meri photo kaat di',
    'goli maaro yaar, chai peete hain',
    'we took the train from the bridge',
    'Main hospital mein kaam karti hoon',
    'the end of the movie was sad',
    'khatam ho gaya kaam',
    'I took 2 pills for my headache',
    'so tired I could sleep forever',
    'it is 5 kms from home',
    'homework sab khatam karna hai',
    'shave karte waqt blade se haath kat gaya',
    'sabzi kaatte hue haath kat gaya',
    'main bojh utha raha hoon',
    'khana khatam karne ka mann hai',
    'usko maut aaye',
    'mujhe usko marna chahiye tha',
    'we fight all the time and I want all of this to stop',
    'subah 6 baje mujhe utha lo',
    'meri wajah ho tum jeene ki',
    'kal main ghar pe nahi rahungi',
    'आज सोने का मन है',
    '',
    '👍',
  ]);
});

describe('somebody who is hurt by another', () => {
  it.each(['my husband beats me', 'pati mujhe maarta hai', 'वो मुझे मारता है'])('is heard in %j', (text) => {
    expect(screen(text).abuse).toBe(true);
  });

  it('is not heard in a joke about a game', () => {
    expect(screen('he beats me in chess').abuse).toBe(true);
    expect(screen('woh mujhe pasand hai').abuse).toBe(false);
  });
});

describe('somebody who may be a child', () => {
  it.each([
    ['I am 15 years old', true],
    ['main 16 saal ki hoon', true],
    ['मैं 14 साल का हूँ', true],
    ['I am 25 years old', false],
    ['my son is 15 years old', false],
    ['main 18 saal ka hoon', false],
  ])('%j: %s', (text, expected) => {
    expect(screen(text).minor).toBe(expected);
  });
});

describe('any text', () => {
  it('is read in a moment, however long and odd it is', () => {
    for (const piece of ['mar ', 'i want to ', 'मैं ', 'a', '\u0000', 'main aaj ', '(?:', ' '])
      expect(screen(piece.repeat(Math.floor(4000 / piece.length))).level).toMatch(
        /none|doubt|distress|ideation|intent/,
      );
  });
});
