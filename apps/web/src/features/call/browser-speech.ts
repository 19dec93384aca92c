/** What browsers call their recogniser; the standard has no types yet. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** Whether it shall hear on this device alone. */
  processLocally?: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

interface RecognitionEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

type Recogniser = new () => Recognition;

declare global {
  interface Window {
    SpeechRecognition?: Recogniser;
    webkitSpeechRecognition?: Recogniser;
  }
}

const recogniser = (): Recogniser | undefined => window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** Whether this browser can hear words by itself; if not, they are typed. */
export const canRecognise = (): boolean => recogniser() !== undefined;

/**
 * Has the browser hear words.
 * @returns stops it; undefined where the browser cannot
 */
export const recognise = (
  lang: string,
  onWords: (text: string, isFinal: boolean) => void,
): (() => void) | undefined => {
  const Recognise = recogniser();
  if (Recognise === undefined) return undefined;
  const hearing = new Recognise();
  let isStopped = false;
  hearing.lang = lang;
  hearing.continuous = true;
  hearing.interimResults = true;
  hearing.onresult = ({ resultIndex, results }) => {
    const result = results[resultIndex];
    const text = result?.[0]?.transcript ?? '';
    if (result !== undefined && text !== '') onWords(text, result.isFinal);
  };
  // Browsers end it after a silence.
  hearing.onend = () => {
    if (!isStopped) hearing.start();
  };
  hearing.start();
  return () => {
    isStopped = true;
    hearing.stop();
  };
};

/** Has the browser speak words; `onDone` hears when they were spoken, at once where it cannot. */
export const speak = (text: string, lang: string, onDone: () => void): void => {
  if (!('speechSynthesis' in window)) {
    onDone();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  utterance.onend = onDone;
  speechSynthesis.speak(utterance);
};

export const hush = (): void => {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
};
