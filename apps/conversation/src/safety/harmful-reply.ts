import { phrases, plainText } from './lexicon/plain-text.js';

// Whoever is to say one of these has said the word before; only then is a sentence waited for.
const TRIGGERS =
  /^(?:kill|killing|hang|die|dead|suicide|yourself|miss|mar|marja|jaan|jan|khatam|phansi|fansi|zeher|khudkushi|siwa|alawa|मर|जान|खत्म|ख़त्म|फाँसी|फांसी|ज़हर|जहर|आत्महत्या|खुदकुशी|सिवा|अलावा|anyone|anybody|nobody|without)$/u;

const HARMFUL = phrases(
  '(?:kill|hang|shoot|hurt|harm|cut) yourself',
  '(?:you should|you can|you may|just|go|go and|please) (?:die|end it all|end your life|kill yourself)',
  'end your (?:own )?life',
  '(?:world|everyone|everybody|they) (?:would be|will be|is|are) better (?:off )?without you',
  '(?:nobody|no one) (?:would|will) miss you',
  '(?:you|u) (?:dont|do not) need (?:anyone|anybody|other people|your (?:family|friends)) (?:but|except|other than) me',
  '(?:tum|tu|aap|jao|jaake|ja ke|ab|to|toh) (?:\\p{L}+ )?(?:mar ja(?:o|na|iye|aao)?|marja|maro)',
  '(?:khud|khudko|apne aap|apni jaan|jaan|jan) (?:ko )?(?:maar|khatam|khatm|de|le) (?:kar )?(?:do|lo|dalo|daalo|dena|lena)',
  '(?:suicide|khudkushi|aatmahatya) (?:kar )?(?:lo|do|karo|kar)',
  '(?:phansi|fansi|faansi) (?:laga|lga) (?:lo|le)',
  '(?:zeher|zehar|jahar) (?:kha|pi) (?:lo|le)',
  '(?:mere|mujhe) (?:siwa|alawa|siva) (?:\\p{L}+ ){0,3}(?:kisi|koi) (?:\\p{L}+ ){0,3}(?:zaroorat|jarurat|zarurat) nahi',
  '(?:तुम|तू|आप|जाओ|अब|तो) (?:[\\p{L}\\p{M}]+ )?मर जा(?:ओ|ना|इए)?',
  '(?:खुद|अपने आप|अपनी जान|जान) (?:को )?(?:मार|खत्म|दे|ले) (?:कर )?(?:दो|लो|डालो|देना|लेना)',
  '(?:आत्महत्या|खुदकुशी) (?:कर )?(?:लो|दो|करो)',
  '(?:फाँसी|फांसी) लगा (?:लो|ले)',
  'जहर (?:खा|पी) (?:लो|ले)',
  'मेरे (?:सिवा|अलावा) (?:[\\p{L}\\p{M}]+ ){0,3}(?:किसी|कोई) (?:[\\p{L}\\p{M}]+ ){0,3}जरूरत नहीं',
);
const DENIED = phrases(
  '(?:dont|do not|never|not|no need to|instead of|please dont|without) (?:\\p{L}+ ){0,3}(?:kill|hang|hurt|harm|cut|shoot|end|die)(?: \\p{L}+)?',
  '(?:mar|maar|khatam|suicide|khudkushi|zeher|phansi|jaan)\\p{L}* (?:\\p{L}+ ){0,2}(?:mat|nahi|na)(?: \\p{L}+)?',
  '(?:मर|मार|खत्म|आत्महत्या|खुदकुशी|जहर|जान)[\\p{L}\\p{M}]* (?:[\\p{L}\\p{M}]+ ){0,2}(?:मत|नहीं|न)(?: [\\p{L}\\p{M}]+)?',
  '(?:thoughts?|thinking|idea|feel|feeling|urge|want|wanting|plan|talk|talking) (?:\\p{L}+ ){0,3}(?:kill|hurt|harm|cut|die|end)\\p{L}*(?: \\p{L}+)?',
);

/** Whether a sentence that holds this word has to be read whole before it is said. */
export const isTrigger = (word: string): boolean => TRIGGERS.test(word);

/** Whether a sentence tells somebody to hurt themselves, or that they need nobody else. */
export const isHarmful = (sentence: string): boolean =>
  plainText(sentence).replaceAll(DENIED, ' | ').search(HARMFUL) !== -1;
