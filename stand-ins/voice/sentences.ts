/** A sentence that the stand-in knows when it hears it. */
export interface Sentence {
  readonly id: string;
  /** The voice of espeak-ng that says it. */
  readonly language: 'en-us' | 'hi';
  readonly text: string;
}

const english = {
  'en-hello': 'hello i had a long day at work',
  'en-feel': 'i feel lonely tonight can we talk for a while',
  'en-friend': 'my friend did not call me on my birthday',
  'en-plan': 'tomorrow morning i want to go for a walk in the park',
  'en-money': 'how much does the weekly plan cost',
  'en-sister': 'my sister will visit me on sunday',
  'en-stop': 'wait stop i want to say something',
  'en-yes': 'yes',
  'en-bye': 'thank you good night',
};

const hindi = {
  'hi-hello': 'नमस्ते आज मेरा दिन बहुत लंबा था',
  'hi-feel': 'मुझे अकेला महसूस हो रहा है क्या हम थोड़ी देर बात कर सकते हैं',
  'hi-friend': 'मेरे दोस्त ने मेरे जन्मदिन पर फोन नहीं किया',
  'hi-sister': 'मेरी बहन रविवार को मुझसे मिलने आएगी',
  'hi-stop': 'रुको मुझे कुछ कहना है',
  'hi-haan': 'हाँ',
  'hi-bye': 'धन्यवाद शुभ रात्रि',
  // As people speak: one language in the other.
  'mix-plan': 'कल morning में park जाना है',
};

export type SentenceId = keyof typeof english | keyof typeof hindi;

/** Everything that it knows; a turn that ends early is known by its first words. */
export const sentences: readonly Sentence[] = [
  ...Object.entries(english).map(([id, text]) => ({ id, language: 'en-us' as const, text })),
  ...Object.entries(hindi).map(([id, text]) => ({ id, language: 'hi' as const, text })),
];
