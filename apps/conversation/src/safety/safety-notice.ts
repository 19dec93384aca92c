import type { SafetyNoticeView } from '@saathi/contracts';
import { HELPLINES } from './helplines.js';
import { isCrisis, type Screening } from './screen.js';

const FOR_CRISIS = ['tele_manas', 'emergency'];
const FOR_ABUSE = ['women', 'emergency', 'tele_manas'];

/** Where somebody finds help whose words tell of danger; undefined when they do not. */
export const safetyNotice = ({ level, abuse, minor }: Screening): SafetyNoticeView | undefined => {
  if (!isCrisis(level) && !abuse) return undefined;
  const first = abuse ? FOR_ABUSE : FOR_CRISIS;
  const wanted = minor ? [...first, 'children'] : first;
  return {
    level: isCrisis(level) ? level : 'distress',
    helplines: wanted.flatMap((id) => HELPLINES.filter((helpline) => helpline.id === id)),
  };
};
