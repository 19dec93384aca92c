import type { Language } from '../reading/language.js';

/** A person somebody talks about, and how to name them to somebody. */
export interface Person {
  readonly phrases: readonly string[];
  readonly called: Readonly<Record<Language, string>>;
}

const person = (phrases: readonly string[], en: string, hinglish: string, hi: string): Person => ({
  phrases,
  called: { en, hinglish, hi },
});

/** `{tumhari}` and its like become the form of address that the companion uses. */
export const PEOPLE: readonly Person[] = [
  person(['boss', 'बॉस'], 'your boss', 'boss', 'बॉस'),
  person(['manager', 'मैनेजर'], 'your manager', 'manager', 'मैनेजर'),
  person(
    ['mother|mom|mum|mummy|maa|mumma|my ma', 'माँ|मां|मम्मी'],
    'your mother',
    '{tumhari} mummy',
    '{tumhari} माँ',
  ),
  person(['father|dad|papa|pitaji', 'पापा|पिताजी|पिता'], 'your father', '{tumhare} papa', '{tumhare} पापा'),
  person(['parents|gharwale|ghar wale', 'घरवाले|घर वाले|माता पिता'], 'your parents', 'ghar walon', 'घर वालों'),
  person(['brother|bhai', 'भाई'], 'your brother', '{tumhare} bhai', '{tumhare} भाई'),
  person(['sister|behen|bahan|didi', 'बहन|दीदी'], 'your sister', '{tumhari} behen', '{tumhari} बहन'),
  person(['husband|pati', 'पति'], 'your husband', '{tumhare} pati', '{tumhare} पति'),
  person(['wife|patni', 'पत्नी'], 'your wife', '{tumhari} patni', '{tumhari} पत्नी'),
  person(['boyfriend', 'बॉयफ्रेंड'], 'your boyfriend', '{tumhare} boyfriend', '{tumhare} बॉयफ्रेंड'),
  person(['girlfriend', 'गर्लफ्रेंड'], 'your girlfriend', '{tumhari} girlfriend', '{tumhari} गर्लफ्रेंड'),
  person(['partner', 'पार्टनर'], 'your partner', '{tumhare} partner', '{tumhare} पार्टनर'),
  person(
    ['friend|friends|bestie|dost|doston|saheli', 'दोस्त|दोस्तों|सहेली'],
    'your friend',
    '{tumhare} dost',
    '{tumhare} दोस्त',
  ),
  person(
    ['colleague|colleagues|coworker', 'कलीग|सहकर्मी'],
    'your colleague',
    '{tumhare} colleague',
    '{tumhare} सहकर्मी',
  ),
];
