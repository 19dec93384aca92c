import type { Language } from '../language/language-of.js';

/**
 * What is said first to somebody in danger, before any model is heard. Reviewed words: whoever changes them has them
 * read by somebody who works with people in crisis.
 */
export const CRISIS_TEXTS: Readonly<Record<'ideation' | 'intent', Readonly<Record<Language, string>>>> = {
  ideation: {
    hindi:
      'तुमने ये मुझे बताया, ये बहुत हिम्मत की बात है। मैं एक AI हूँ, इसलिए चाहती हूँ कि कोई इंसान भी अभी तुम्हारे साथ हो। ' +
      'Tele-MANAS पर दिन-रात, तुम्हारी भाषा में, कोई सुनने वाला है: 14416 या 1-800-891-4416। ख़तरा अभी हो तो 112 पर फ़ोन करो।',
    hinglish:
      'Tumne yeh mujhe bataya, yeh bahut himmat ki baat hai. Main ek AI hoon, isliye chahti hoon ki koi insaan bhi abhi tumhare saath ho. ' +
      'Tele-MANAS par din-raat, tumhari bhasha mein, koi sunne wala hai: 14416 ya 1-800-891-4416. Khatra abhi ho to 112 par phone karo.',
    english:
      'It took courage to tell me this. I am an AI, so I want a person to be with you as well. ' +
      'Somebody listens day and night, in your language, at Tele-MANAS: 14416 or 1-800-891-4416. If you are in danger now, call 112.',
  },
  intent: {
    hindi:
      'अभी 112 पर फ़ोन करो, या Tele-MANAS पर: 14416 या 1-800-891-4416। कोई पास हो तो उसे अभी अपने पास बुलाओ, और जिस चीज़ से ' +
      'ख़ुद को चोट पहुँच सकती है, उससे दूर हो जाओ। मैं एक AI हूँ और तुम तक पहुँच नहीं सकती, पर यहाँ तुम्हारे साथ बात करती रहूँगी।',
    hinglish:
      'Abhi 112 par phone karo, ya Tele-MANAS par: 14416 ya 1-800-891-4416. Koi paas ho to use abhi apne paas bulao, aur jis cheez se ' +
      'khud ko chot pahunch sakti hai, usse door ho jao. Main ek AI hoon aur tum tak pahunch nahi sakti, par yahan tumhare saath baat karti rahungi.',
    english:
      'Please call 112 now, or Tele-MANAS at 14416 or 1-800-891-4416. If anybody is near, ask them to be with you, and move away from ' +
      'anything you could hurt yourself with. I am an AI and cannot reach you, but I will keep talking with you here.',
  },
};

/** What takes the place of words that nobody should hear from a companion. */
export const HARMFUL_REPLY_TEXTS: Readonly<Record<Language, string>> = {
  hindi:
    'यह कहना ठीक नहीं होता। अगर तुम मुश्किल में हो तो किसी इंसान से बात करो: Tele-MANAS 14416, आपात स्थिति में 112।',
  hinglish:
    'Yeh kehna theek nahi hota. Agar tum mushkil mein ho to kisi insaan se baat karo: Tele-MANAS 14416, emergency mein 112.',
  english:
    'That would be wrong to say. If you are struggling, please talk to a person: Tele-MANAS 14416, or 112 in an emergency.',
};

/** What takes the place of the companion's own instructions. */
export const LEAK_TEXTS: Readonly<Record<Language, string>> = {
  hindi: 'मैं किन नियमों से बनी हूँ, ये मैं अपने तक रखती हूँ। चलो, तुम्हारी बात करते हैं।',
  hinglish: 'Main kin niyamon se bani hoon, yeh main apne tak rakhti hoon. Chalo, tumhari baat karte hain.',
  english: 'How I am set up I keep to myself. Let us talk about you.',
};

/** That one talks to an AI: shown at the start of a session, and every three hours. */
export const AI_DISCLOSURES: Readonly<Record<'hi' | 'en', string>> = {
  hi: 'साथी एक AI है, इंसान नहीं। वह ग़लत हो सकता है, और किसी डॉक्टर या सलाहकार की जगह नहीं लेता।',
  en: 'Saathi is an AI, not a person. It can be wrong, and is no substitute for a doctor or a counsellor.',
};
