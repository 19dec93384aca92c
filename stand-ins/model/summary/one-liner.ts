import type { Language } from '../reading/language.js';
import type { Trait } from '../words/traits.js';
import { itemFrom, type Supported } from './finding.js';
import { unsupported, type Item } from './summary.js';

const TRAITS_NAMED = 2;

/** The kind of partner that the valued traits describe. */
export const partnerOneLiner = (traits: readonly Supported<Trait>[], language: Language): Item => {
  const named = traits.slice(0, TRAITS_NAMED);
  if (named.length === 0) return unsupported();
  const labels = named.map(({ what }) => what.label[language]);
  const findings = named.flatMap((trait) => trait.findings);
  return itemFrom(SENTENCES[language](labels), findings);
};

const SENTENCES: Readonly<Record<Language, (labels: readonly string[]) => string>> = {
  en: (labels) => `A partner to whom ${labels.join(' and ')} matter${labels.length === 1 ? 's' : ''}`,
  hinglish: (labels) => `Aisa saathi jiske liye ${labels.join(' aur ')} zaroori ho`,
  hi: (labels) => `ऐसा साथी जिसके लिए ${labels.join(' और ')} ज़रूरी हो`,
};
