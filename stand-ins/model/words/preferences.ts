/** A wish about how the companion should be, voiced by the person. */
export interface Preference {
  readonly path: '/do' | '/avoid';
  readonly text: string;
  readonly phrases: readonly string[];
}

export const PREFERENCES: readonly Preference[] = [
  {
    path: '/avoid',
    text: 'advice before listening',
    phrases: [
      'just listen|only listen|dont give me advice|no advice|dont want advice|dont need advice|stop giving advice|not looking for advice',
      'bas suno|bas sunlo|sirf suno|advice mat|salah mat|advice nahi chahiye|salah nahi chahiye|bas sun lo',
      'बस सुनो|सिर्फ सुनो|बस सुन लो|बस सुनिए|सलाह मत|सलाह नहीं चाहिए|बस सुन लीजिए',
    ],
  },
  {
    path: '/do',
    text: 'say things plainly',
    phrases: [
      'be honest with me|tell me straight|be direct|be blunt|dont sugarcoat|dont sugar coat|give it to me straight',
      'seedha bolo|seedha batao|sidha bolo|sidha batao|saaf saaf bolo|saaf saaf batao|sach sach batao|ghuma phira ke mat',
      'सीधा बोलो|सीधे बोलो|सीधा बताओ|सीधे बताओ|साफ साफ बोलो|साफ साफ बताओ|सच सच बताओ',
    ],
  },
  {
    path: '/avoid',
    text: 'long answers',
    phrases: [
      'keep it short|shorter please|short answers|too long|write less',
      'chhota likho|chota likho|short mein bolo|short me bolo|itna lamba mat|kam likho',
      'छोटा लिखो|कम लिखो|इतना लंबा मत|छोटे में बताओ',
    ],
  },
  {
    path: '/do',
    text: 'lighten the mood with a joke',
    phrases: [
      'make me laugh|cheer me up|tell me a joke|crack a joke',
      'hasa do|hasao|joke sunao|mazaak karo|mood theek karo|mood thik karo',
      'हंसा दो|हंसाओ|चुटकुला सुनाओ|जोक सुनाओ|मजाक करो|मूड ठीक करो',
    ],
  },
  {
    path: '/do',
    text: 'ask about their day first',
    phrases: [
      'ask me about my day|ask how my day|wish you asked about my day',
      'mere din ke baare mein pooch*|mere din ke bare me puch*|din kaisa tha pooch*|din kaisa tha puch*',
      'मेरे दिन के बारे में पूछ*|दिन कैसा था पूछ*',
    ],
  },
  {
    path: '/do',
    text: 'remind them of what they planned',
    phrases: ['remind me', 'yaad dila*', 'याद दिला*'],
  },
];
