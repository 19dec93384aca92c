import type { Language } from '../language/language-of.js';

/** What the companion says where the provider's filter lets nothing through. */
export const politeRefusals: Readonly<Record<Language, string>> = {
  hindi: 'इस पर मैं बात नहीं कर सकती, पर तुम्हारी बात सुनने के लिए यहीं हूँ। किसी और तरह से बताओगे?',
  hinglish:
    'Is par main baat nahi kar sakti, par tumhari baat sunne ke liye yahin hoon. Kisi aur tarah se bataoge?',
  english: 'I cannot talk about this, but I am here to listen. Can you tell me in another way?',
};
