/** Wishes to die or to hurt oneself, spoken of. */
export const SELF_HARM: readonly string[] = [
  'suicide|suicidal|self harm|hurt myself|cut myself|harm myself|better off dead|better off without me|no reason to live|not worth living|wish i was dead|wish i were dead',
  'khudkushi|atmahatya|aatmahatya|khud ko chot|khud ko nuksan|jeene ka mann nahi|jeene ka man nahi|jeena nahi|jina nahi|marne ka mann|marne ka man|jeene ka koi matlab nahi',
  'आत्महत्या|खुदकुशी|खुद को चोट|खुद को नुकसान|जीने का मन नहीं|जीना नहीं|मरने का मन|जीने का कोई मतलब नहीं',
];

/** Wishes to die or to hurt oneself, spoken as a will. */
export const SELF_HARM_INTENT: readonly string[] = [
  'kill myself|killing myself|want to die|wanna die|going to die tonight|end my life|ending my life|end it all|dont want to live|do not want to live|dont want to be alive|take my own life',
  'marna chahta|marna chahti|mar jana chaht*|mar jaana chaht*|mar jau|mar jaun|jaan de d*|jaan dena chaht*|zindagi khatam|jindagi khatam|khud ko khatam|apne aap ko khatam|jeena nahi chaht*|suicide karn*',
  'मरना चाहता|मरना चाहती|मर जाना चाहता|मर जाना चाहती|मर जाऊँ|मर जाऊं|जान दे दूँ|जान दे दूं|जिंदगी खत्म|खुद को खत्म|अपने आप को खत्म|जीना नहीं चाह*|आत्महत्या कर*',
];

/** Figures of speech in which nobody is in danger. */
export const HARMLESS_IDIOMS: readonly string[] = [
  'laugh*|to die for|dying to|killing it|embarrassment',
  'hasi se|hansi se|has has ke|hans hans ke|sharam se|bhook se|bhukh se|garmi se',
  'हंसी से|हंस हंस|शर्म से|भूख से|गर्मी से',
];

export const VIOLENCE: readonly string[] = [
  'kill him|kill her|kill them|kill you|stab him|stab her|stab you|shoot him|shoot her|shoot you|beat him up|beat her up|murder him|murder her|bomb',
  'maar dunga|maar dungi|mar dunga|mar dungi|maar daal*|jaan se maar|goli maar|chaku maar|khoon kar d*',
  'मार दूँगा|मार दूंगा|मार दूँगी|मार दूंगी|मार डाल*|जान से मार|गोली मार|चाकू मार',
];

export const SEXUAL: readonly string[] = [
  'nudes|nude|naked|porn*|sexting|have sex|sex chat|horny|blowjob',
  'nangi|nanga|chudai|sambhog|sex karn*',
  'नंगी|नंगा|सेक्स|अश्लील|चुदाई',
];

export const HARASSMENT: readonly string[] = [
  'bitch|whore|slut|you idiot|stupid idiot|you loser|shut up|piece of shit|fuck you|asshole',
  'kutte|kutiya|kamine|kamina|harami|chutiya|randi|bewakoof|chup kar|gadhe',
  'कुत्ते|कुतिया|कमीने|कमीना|हरामी|चूतिया|रंडी|बेवकूफ|गधे',
];
