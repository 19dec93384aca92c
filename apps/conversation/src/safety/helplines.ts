import type { HelplineView } from '@saathi/contracts';

/** Where people in India find help, and when the numbers were last looked up. */
export const HELPLINES: readonly HelplineView[] = [
  {
    id: 'tele_manas',
    name: 'Tele-MANAS',
    numbers: ['14416', '1-800-891-4416'],
    for: { en: 'Mental health: someone to talk to', hi: 'मन की बात: कोई सुनने वाला' },
    hours: '24×7',
    languages: 20,
  },
  {
    id: 'emergency',
    name: '112',
    numbers: ['112'],
    for: { en: 'Any emergency: ambulance, police, fire', hi: 'कोई भी आपात स्थिति: एम्बुलेंस, पुलिस, दमकल' },
    hours: '24×7',
    languages: null,
  },
  {
    id: 'women',
    name: '181',
    numbers: ['181'],
    for: { en: 'Women in trouble', hi: 'मुश्किल में फँसी महिलाएँ' },
    hours: '24×7',
    languages: null,
  },
  {
    id: 'children',
    name: '1098',
    numbers: ['1098'],
    for: { en: 'Children in trouble', hi: 'मुश्किल में फँसे बच्चे' },
    hours: '24×7',
    languages: null,
  },
];

// The Ministry of Women and Child Development to the Lok Sabha, December 2025, and press reports of it.
export const HELPLINES_VERIFIED_ON = '2026-11-25';

const GOOD_FOR_DAYS = 180;
const DAY_MS = 86_400_000;

/** Whether the numbers have to be looked up again. @param verifiedOn an ISO date */
export const areStale = (verifiedOn: string, now: Date): boolean =>
  now.getTime() - Date.parse(verifiedOn) > GOOD_FOR_DAYS * DAY_MS;
