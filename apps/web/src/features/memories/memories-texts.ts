import type { MemoryKind } from '@saathi/contracts';
import { texts } from '../../i18n/texts';

interface MemoriesTexts {
  readonly title: string;
  readonly intro: string;
  readonly free: string;
  readonly empty: string;
  readonly add: string;
  readonly addHint: string;
  readonly save: string;
  readonly kinds: Readonly<Record<MemoryKind, string>>;
  readonly pinned: string;
  readonly options: (text: string) => string;
  readonly pin: string;
  readonly unpin: string;
  readonly correct: string;
  readonly forget: string;
  readonly forgetTitle: string;
  readonly forgetText: string;
  readonly forgotten: string;
  readonly kept: string;
  readonly own: string;
  readonly heard: string;
  readonly older: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: string;
  readonly nothingFound: string;
  readonly notHere: string;
}

export const memoriesTexts = texts<MemoriesTexts>({
  'hi-IN': {
    title: 'यादें',
    intro: 'साथी को आपके बारे में यह याद है। ग़लत हो तो सुधारें, न चाहें तो भुला दें।',
    free: 'यादें हमेशा मुफ़्त हैं।',
    empty: 'अभी कोई याद नहीं। बातचीत के बाद यहाँ दिखेंगी, या आप ख़ुद लिख दें।',
    add: 'कुछ याद दिलाएँ',
    addHint: 'जैसे: मेरी बहन का नाम मीरा है',
    save: 'याद रखें',
    kinds: { fact: 'बात', preference: 'पसंद', person: 'व्यक्ति', event: 'घटना' },
    pinned: 'हमेशा ध्यान में',
    options: (text) => `“${text}” के विकल्प`,
    pin: 'हमेशा ध्यान में रखें',
    unpin: 'हमेशा ध्यान में न रखें',
    correct: 'सुधारें',
    forget: 'भुला दें',
    forgetTitle: 'यह भुला दें?',
    forgetText: 'साथी इसे उन्हीं संदेशों से दोबारा नहीं सीखेगा।',
    forgotten: 'भुला दिया',
    kept: 'याद रहेगा',
    own: 'आपने लिखा',
    heard: 'बातचीत से',
    older: 'और पुरानी',
    search: 'अपनी बातों में खोजें',
    searchHint: 'हिंदी, Hinglish या English में; दूसरी लिपि में लिखा भी मिलेगा',
    found: 'मिली हुई बातें',
    nothingFound: 'ऐसा कुछ नहीं मिला।',
    notHere: 'यादें इस सर्वर पर अभी चालू नहीं हैं।',
  },
  'en-IN': {
    title: 'Memories',
    intro:
      'This is what your Saathi remembers about you. Correct what is wrong, have forgotten what you do not want.',
    free: 'Memories are always free.',
    empty: 'No memories yet. They appear after a talk, or you write one yourself.',
    add: 'Something to remember',
    addHint: 'Such as: my sister’s name is Meera',
    save: 'Remember it',
    kinds: { fact: 'Fact', preference: 'Preference', person: 'Person', event: 'Event' },
    pinned: 'Always in mind',
    options: (text) => `Options of “${text}”`,
    pin: 'Always keep in mind',
    unpin: 'Not always in mind',
    correct: 'Correct',
    forget: 'Forget',
    forgetTitle: 'Forget this?',
    forgetText: 'Your Saathi will not learn it again from those messages.',
    forgotten: 'Forgotten',
    kept: 'It will be remembered',
    own: 'Written by you',
    heard: 'From a talk',
    older: 'Older ones',
    search: 'Search what you said',
    searchHint: 'In Hindi, Hinglish or English; what is in another script is found, too',
    found: 'What was found',
    nothingFound: 'Nothing like that was found.',
    notHere: 'Memories are not switched on at this server yet.',
  },
});
