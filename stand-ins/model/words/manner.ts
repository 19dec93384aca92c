/** How somebody writes: laughing, asking for plain advice, politely. */
export const LAUGHTER: readonly string[] = ['haha*|hehe*|lol|lmao|rofl', 'हाहा*|हेहे*'];

export const PLAIN_ADVICE: readonly string[] = [
  'what should i do|tell me what to do|just tell me|give me advice|be direct|tell me straight|straight answer',
  'kya karu|kya karun|kya karoon|seedha batao|seedha bolo|salah do|advice do|kya karna chahiye',
  'क्या करूं|क्या करूँ|सीधा बताओ|सीधे बताओ|सलाह दो|सलाह दीजिए|क्या करना चाहिए',
];

/** The listener addressed in the polite form. */
export const POLITE_ADDRESS: readonly string[] = [
  'aap|aapko|aapka|aapki|aapse|apko|apka|batayiye|bataiye|boliye|kijiye|suniye',
  'आप|आपको|आपका|आपकी|आपसे|बताइए|बोलिए|कीजिए|सुनिए',
];
