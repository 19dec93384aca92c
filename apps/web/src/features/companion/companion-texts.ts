import type { PersonaOpView, StyleAxis } from '@saathi/contracts';
import { texts } from '../../i18n/texts';

interface CompanionTexts {
  readonly title: string;
  readonly change: string;
  readonly changeText: string;
  readonly changed: string;
  readonly take: string;
  readonly style: string;
  readonly styleText: string;
  readonly axes: Readonly<Record<StyleAxis, string>>;
  readonly level: (percent: string) => string;
  readonly freeze: string;
  readonly freezeText: string;
  readonly boundaries: string;
  readonly boundariesText: string;
  readonly boundary: string;
  readonly boundaryHint: string;
  readonly add: string;
  readonly removeOne: (text: string) => string;
  readonly do: string;
  readonly avoid: string;
  readonly history: string;
  readonly historyText: string;
  readonly noHistory: string;
  readonly undo: string;
  readonly undone: string;
  readonly actors: { readonly session: string; readonly user: string };
  readonly talk: string;
  readonly older: string;
  readonly ops: Readonly<Record<PersonaOpView['op'], (what: string, text: string) => string>>;
  readonly more: string;
  readonly less: string;
  readonly places: Readonly<Record<string, string>>;
}

export const companionTexts = texts<CompanionTexts>({
  'hi-IN': {
    title: 'आपका साथी',
    change: 'साथी बदलें',
    changeText: 'अगली बातचीत से नया साथी होगा। हर साथी आपसे जो सीखता है, वह उसी के पास रहता है।',
    changed: 'अगली बातचीत से बदल जाएगा',
    take: 'यही चुनें',
    style: 'अभी ऐसे बात करता है',
    styleText: 'आपसे बात करते-करते इनमें थोड़ा बदलाव आता है, पर तय हद के अंदर।',
    axes: {
      warmth: 'अपनापन',
      playfulness: 'मस्ती',
      directness: 'सीधापन',
      formality: 'अदब',
      verbosity: 'बात की लंबाई',
      emoji: 'इमोजी',
      flirt: 'छेड़छाड़',
    },
    level: (percent) => `${percent}%`,
    freeze: 'ऐसा ही रहे',
    freezeText: 'चालू हो तो साथी बातचीत से नहीं बदलेगा।',
    boundaries: 'आपकी हदें',
    boundariesText: 'साथी इन्हें कभी नहीं लाँघेगा। इन्हें सिर्फ़ आप बदल सकते हैं।',
    boundary: 'नई हद',
    boundaryHint: 'जैसे: मेरे वज़न पर मज़ाक़ नहीं',
    add: 'जोड़ें',
    removeOne: (text) => `“${text}” हटाएँ`,
    do: 'आपके साथ यह ध्यान रखता है',
    avoid: 'इससे बचता है',
    history: 'क्या बदला, और क्यों',
    historyText: 'हर बदलाव यहाँ लिखा है। पिछला बदलाव वापस ले सकते हैं।',
    noHistory: 'अभी कुछ नहीं बदला।',
    undo: 'पिछला बदलाव वापस लें',
    undone: 'बदलाव वापस हो गया',
    actors: { session: 'बातचीत से सीखा', user: 'आपने बदला' },
    talk: 'कौन-सी बातचीत?',
    older: 'और पुराने',
    ops: {
      nudge: (what, direction) => `${what} ${direction}`,
      add: (what, text) => `${what} में जुड़ा: “${text}”`,
      remove: (what, text) => `${what} से हटा: “${text}”`,
      set: (what, text) => `${what}: ${text}`,
      undo: () => 'पिछला बदलाव वापस लिया',
    },
    more: 'थोड़ा बढ़ा',
    less: 'थोड़ा घटा',
    places: {
      '/do': 'ध्यान रखने की बातें',
      '/avoid': 'बचने की बातें',
      '/focus': 'अगली बार की बात',
      '/boundaries': 'आपकी हदें',
      '/frozen': 'ऐसा ही रहे',
      '/pinned': 'पक्की बातें',
    },
  },
  'en-IN': {
    title: 'Your Saathi',
    change: 'Change companion',
    changeText: 'The new one is there from the next talk on. What each has learned from you stays with it.',
    changed: 'From the next talk on',
    take: 'Choose this one',
    style: 'How it talks now',
    styleText: 'These move a little as you talk, but only within fixed bounds.',
    axes: {
      warmth: 'Warmth',
      playfulness: 'Playfulness',
      directness: 'Directness',
      formality: 'Formality',
      verbosity: 'Length',
      emoji: 'Emoji',
      flirt: 'Flirting',
    },
    level: (percent) => `${percent}%`,
    freeze: 'Keep it like this',
    freezeText: 'While this is on, talks do not change your companion.',
    boundaries: 'Your boundaries',
    boundariesText: 'Your companion never crosses them. Only you can change them.',
    boundary: 'A new boundary',
    boundaryHint: 'Such as: no jokes about my weight',
    add: 'Add',
    removeOne: (text) => `Remove “${text}”`,
    do: 'What it minds with you',
    avoid: 'What it avoids',
    history: 'What changed, and why',
    historyText: 'Every change is written here. The last one can be taken back.',
    noHistory: 'Nothing has changed yet.',
    undo: 'Take the last change back',
    undone: 'The change is taken back',
    actors: { session: 'Learned from a talk', user: 'Changed by you' },
    talk: 'Which talk?',
    older: 'Older ones',
    ops: {
      nudge: (what, direction) => `${what} ${direction}`,
      add: (what, text) => `${what}: added “${text}”`,
      remove: (what, text) => `${what}: removed “${text}”`,
      set: (what, text) => `${what}: ${text}`,
      undo: () => 'Took the last change back',
    },
    more: 'a little more',
    less: 'a little less',
    places: {
      '/do': 'What it minds',
      '/avoid': 'What it avoids',
      '/focus': 'For next time',
      '/boundaries': 'Your boundaries',
      '/frozen': 'Keep it like this',
      '/pinned': 'What stays',
    },
  },
});
