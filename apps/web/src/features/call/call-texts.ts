import { texts } from '../../i18n/texts';
import type { SpeakerState } from './call-messages';

interface CallTexts {
  readonly title: string;
  readonly back: string;
  readonly before: string;
  readonly microphone: string;
  readonly where: string;
  readonly whereText: string;
  readonly start: string;
  readonly none: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly speaker: Readonly<Record<SpeakerState, string>>;
  /** By the code of an `error`; the last one is for all others. */
  readonly troubles: Readonly<Record<string, string>>;
  readonly trouble: string;
  readonly left: (clock: string) => string;
  readonly mute: string;
  readonly unmute: string;
  readonly hangUp: string;
  readonly captions: string;
  readonly textMode: string;
  readonly typeMode: string;
  readonly type: string;
  readonly send: string;
  readonly ended: string;
  readonly lasted: (clock: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly again: string;
  readonly toTalk: string;
}

export const callTexts = texts<CallTexts>({
  'hi-IN': {
    title: 'कॉल',
    back: 'पीछे',
    before: 'बोलकर बात करें',
    microphone: 'कॉल के लिए माइक की इजाज़त चाहिए। वह सिर्फ़ कॉल के दौरान चालू रहता है।',
    where: 'आपकी आवाज़ कहाँ जाती है?',
    whereText:
      'आवाज़ इस सर्वर तक जाती है, शब्दों में बदली जाती है और रखी नहीं जाती। अगर सर्वर पर आवाज़ समझने वाला न हो, तो आपका ब्राउज़र ख़ुद सुनता है; कुछ ब्राउज़र इसके लिए आवाज़ अपनी कंपनी को भेजते हैं। शब्द बातचीत में रखे जाते हैं।',
    start: 'कॉल शुरू करें',
    none: 'इस सर्वर पर कॉल अभी चालू नहीं हैं। लिखकर बात कर सकते हैं।',
    connecting: 'जुड़ रहा है…',
    reconnecting: 'लाइन टूट गई, फिर जोड़ रहे हैं…',
    speaker: { listening: 'सुन रहा है', thinking: 'सोच रहा है', speaking: 'बोल रहा है', paused: 'रुका हुआ' },
    troubles: { model_unavailable: 'अभी जवाब नहीं बन पाया। फिर से कहकर देखें।' },
    trouble: 'यह बात समझी नहीं जा सकी। फिर से कहकर देखें।',
    left: (clock) => `${clock} मुफ़्त बाक़ी`,
    mute: 'माइक बंद करें',
    unmute: 'माइक चालू करें',
    hangUp: 'कॉल काटें',
    captions: 'कही गई बातें',
    textMode: 'इस कॉल में आपका ब्राउज़र सुनता और बोलता है।',
    typeMode: 'आपका ब्राउज़र सुन नहीं सकता: यहाँ लिखें, साथी बोलकर जवाब देगा।',
    type: 'लिखकर कहें',
    send: 'भेजें',
    ended: 'कॉल ख़त्म हुई',
    lasted: (clock) => `${clock} बात हुई`,
    reasons: {
      denied: 'माइक नहीं मिला। ब्राउज़र की सेटिंग में इस साइट को माइक की इजाज़त दें, फिर कॉल करें।',
      paywall: 'मुफ़्त समय पूरा हुआ।',
      idle: 'काफ़ी देर कोई आवाज़ नहीं आई।',
      broken: 'इंटरनेट टूट गया। जो बात हुई, वह सुरक्षित है।',
      replaced: 'कॉल किसी और टैब में चल रही है।',
      other_call: 'एक कॉल पहले से चल रही है।',
    },
    again: 'फिर कॉल करें',
    toTalk: 'बातचीत देखें',
  },
  'en-IN': {
    title: 'Call',
    back: 'Back',
    before: 'Talk by voice',
    microphone: 'A call needs your microphone. It is on during the call only.',
    where: 'Where does your voice go?',
    whereText:
      'It goes to this server, is turned into words and not kept. If the server has nothing that understands speech, your browser listens by itself; some browsers send the sound to their maker for that. The words are kept in the talk.',
    start: 'Start the call',
    none: 'Calls are not switched on at this server yet. You can talk by writing.',
    connecting: 'Connecting…',
    reconnecting: 'The line broke, connecting again…',
    speaker: { listening: 'Listening', thinking: 'Thinking', speaking: 'Speaking', paused: 'Paused' },
    troubles: { model_unavailable: 'There is no answer right now. Say it again.' },
    trouble: 'That did not arrive as it should. Say it again.',
    left: (clock) => `${clock} free left`,
    mute: 'Turn the microphone off',
    unmute: 'Turn the microphone on',
    hangUp: 'Hang up',
    captions: 'What was said',
    textMode: 'In this call your browser listens and speaks.',
    typeMode: 'Your browser cannot listen: write here, your Saathi answers aloud.',
    type: 'Say it in writing',
    send: 'Send',
    ended: 'The call is over',
    lasted: (clock) => `You talked for ${clock}`,
    reasons: {
      denied: 'No microphone. Allow it for this site in the settings of your browser, then call.',
      paywall: 'The free time is used up.',
      idle: 'Nothing was heard for a while.',
      broken: 'The internet broke off. What was said is safe.',
      replaced: 'The call goes on in another tab.',
      other_call: 'Another call is running.',
    },
    again: 'Call again',
    toTalk: 'See the talk',
  },
});
