import type { Language } from '../language/language-of.js';

/** What is said on a call besides replies. It belongs to the line and not to the talk, and is not stored. */
export type CallLineKind = 'unheard' | 'trouble' | 'nudge';

export const CALL_LINES: Readonly<Record<CallLineKind, Readonly<Record<Language, string>>>> = {
  /** Somebody spoke, and it could not be understood. */
  unheard: {
    hindi: 'माफ़ करना, ठीक से सुनाई नहीं दिया। ज़रा फिर से कहोगे?',
    hinglish: 'माफ़ करना, ठीक से सुनाई नहीं दिया। ज़रा फिर से कहोगे?',
    english: 'Sorry, I did not catch that. Could you say it again?',
  },
  /** There is no reply now. */
  trouble: {
    hindi: 'एक पल, अभी जवाब नहीं बन पा रहा। ज़रा देर में फिर से कहना।',
    hinglish: 'एक पल, अभी जवाब नहीं बन पा रहा। ज़रा देर में फिर से कहना।',
    english: 'One moment, I have no answer just now. Please say that again in a bit.',
  },
  /** Nobody has said anything for a while. */
  nudge: {
    hindi: 'मैं यहीं हूँ। आराम से, जब मन करे तब बोलना।',
    hinglish: 'मैं यहीं हूँ। आराम से, जब मन करे तब बोलना।',
    english: 'I am still here. Take your time.',
  },
};
