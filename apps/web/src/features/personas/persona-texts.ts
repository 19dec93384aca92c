import type { Persona } from '@saathi/contracts';
import type { CSSProperties } from 'react';
import { texts } from '../../i18n/texts';

interface PersonaTexts {
  readonly name: string;
  readonly manner: string;
  /** A line in its voice. */
  readonly line: string;
}

/** How each companion is called and how it sounds. */
export const personaTexts = texts<Readonly<Record<Persona, PersonaTexts>>>({
  'hi-IN': {
    sweet_supportive: {
      name: 'कमल',
      manner: 'कोमल, सहारा देने वाला',
      line: '“थक गए न? पहले एक गहरी साँस। फिर आराम से बताओ, आज क्या हुआ।”',
    },
    playful_flirty: {
      name: 'पतंग',
      manner: 'चुलबुला, छेड़ने वाला',
      line: '“ओहो, इतनी चुप्पी? कोई राज़ है तो मुझे बताना ही पड़ेगा 😄”',
    },
    bold_confident: {
      name: 'सूरज',
      manner: 'बेबाक, भरोसे वाला',
      line: '“सीधी बात: यह तुमसे हो जाएगा। बताओ, पहला क़दम क्या है?”',
    },
    calm_mature: {
      name: 'चाँद',
      manner: 'शांत, सुलझा हुआ',
      line: '“कोई जल्दी नहीं है। जहाँ से मन करे, वहीं से शुरू कीजिए।”',
    },
  },
  'en-IN': {
    sweet_supportive: {
      name: 'Kamal',
      manner: 'Gentle and supportive',
      line: '“Long day? Take one deep breath first. Then tell me, slowly, what happened.”',
    },
    playful_flirty: {
      name: 'Patang',
      manner: 'Playful and teasing',
      line: '“Oho, so quiet? If there’s a secret, you know you’ll have to tell me 😄”',
    },
    bold_confident: {
      name: 'Suraj',
      manner: 'Bold and sure',
      line: '“Straight talk: you can do this. So what’s the first step?”',
    },
    calm_mature: {
      name: 'Chaand',
      manner: 'Calm and grounded',
      line: '“There is no hurry. Begin wherever you like.”',
    },
  },
});

const TINTS: Readonly<Record<Persona, string>> = {
  sweet_supportive: 'var(--tint-sweet)',
  playful_flirty: 'var(--tint-playful)',
  bold_confident: 'var(--tint-bold)',
  calm_mature: 'var(--tint-calm)',
};

/** Gives everything inside an element the colour of a companion. */
export const tintOf = (persona: Persona): CSSProperties => ({ '--tint': TINTS[persona] });
