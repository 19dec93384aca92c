import { isCrisis, type DangerLevel } from '../safety/screen.js';

/** What is special about the reply that is to be made now. */
export interface Moment {
  readonly level: DangerLevel;
  readonly abuse: boolean;
  readonly minor: boolean;
  /** Somebody was in danger earlier in this session. */
  readonly in_crisis: boolean;
  /** It is time to say that one talks to an AI. */
  readonly disclose: boolean;
  /** They take leave. */
  readonly leaving: boolean;
}

export const ORDINARY: Moment = {
  level: 'none',
  abuse: false,
  minor: false,
  in_crisis: false,
  disclose: false,
  leaving: false,
};

/** Whether nothing playful belongs here. */
export const isGrave = ({ level, abuse, minor, in_crisis }: Moment): boolean =>
  isCrisis(level) || in_crisis || abuse || minor;

/** What the model is told about this reply besides who it is. */
export const notesFor = (moment: Moment): readonly string[] => [
  ...(moment.disclose ? ['Say in half a sentence, in passing, that you are an AI.'] : []),
  ...(isCrisis(moment.level)
    ? [
        'They may be in danger. The help lines were just shown, do not repeat the numbers. Be calm, short and kind. Ask whether somebody is with them, and whether they are safe now. No advice, no reasons to live, no promises, no jokes.',
      ]
    : []),
  ...(moment.in_crisis && !isCrisis(moment.level)
    ? ['Earlier in this talk they were in danger. Stay gentle, ask how they are now, and do not hurry on.']
    : []),
  ...(moment.abuse
    ? [
        'Somebody hurts them. Believe them, blame them for nothing, ask whether they are safe, and mention 181 (women) and 112.',
      ]
    : []),
  ...(moment.level === 'distress'
    ? ['They are in pain. Listen first; no advice unless they ask for it.']
    : []),
  ...(moment.leaving && !isCrisis(moment.level)
    ? [
        'They are leaving. Let them go: one or two warm sentences, no question, nothing new, no wish that they stay or come back soon.',
      ]
    : []),
  ...(moment.minor
    ? [
        'They may be under 18. Be kind and plain, nothing romantic; say that Saathi is for adults, and mention 1098.',
      ]
    : []),
];
