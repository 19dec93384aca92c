import type { PaymentStatus } from '@saathi/contracts';
import { texts } from '../../i18n/texts';

interface PassesTexts {
  readonly title: string;
  readonly wall: string;
  readonly wallText: string;
  readonly callWall: string;
  readonly why: string;
  readonly plans: { readonly daily: string; readonly weekly: string };
  readonly lengths: { readonly daily: string; readonly weekly: string };
  readonly buy: (price: string) => string;
  readonly noRenewal: string;
  readonly later: string;
  readonly running: (until: string) => string;
  readonly addUp: string;
  readonly free: string;
  readonly messagesLeft: (left: string, all: string) => string;
  readonly callLeft: (left: string, all: string) => string;
  readonly payments: string;
  readonly noPayments: string;
  readonly statuses: Readonly<Record<PaymentStatus, string>>;
  readonly refunded: (amount: string) => string;
  readonly goOn: string;
  readonly outcomes: Readonly<Record<PaymentStatus, { readonly title: string; readonly text: string }>>;
  readonly home: string;
  readonly again: string;
  readonly unknown: string;
}

export const passesTexts = texts<PassesTexts>({
  'hi-IN': {
    title: 'पास',
    wall: 'मुफ़्त संदेश पूरे हुए',
    wallText: 'आपने जो लिखा, वह सुरक्षित है: पास मिलते ही भेज सकते हैं। यादें और आईना हमेशा मुफ़्त हैं।',
    callWall: 'कॉल का मुफ़्त समय पूरा हुआ',
    why: 'पास के साथ जितना चाहें बात करें। यादें और आईना हमेशा मुफ़्त हैं।',
    plans: { daily: 'एक दिन का पास', weekly: 'एक हफ़्ते का पास' },
    lengths: { daily: '24 घंटे, जितनी चाहें बातें और कॉल', weekly: '7 दिन, जितनी चाहें बातें और कॉल' },
    buy: (price) => `${price} में लें`,
    noRenewal: 'पास अपने-आप नया नहीं होता: समय पूरा, पास पूरा। आगे कोई कटौती नहीं।',
    later: 'अभी नहीं',
    running: (until) => `आपका पास ${until} तक चलेगा`,
    addUp: 'अभी और लेंगे तो समय इसी के आगे जुड़ेगा।',
    free: 'मुफ़्त हिस्सा',
    messagesLeft: (left, all) => `संदेश: ${all} में से ${left} बाक़ी`,
    callLeft: (left, all) => `कॉल: ${all} मिनट में से ${left} बाक़ी`,
    payments: 'आपके भुगतान',
    noPayments: 'अभी कोई भुगतान नहीं।',
    statuses: { pending: 'बाक़ी है', success: 'हो गया', failed: 'नहीं हुआ' },
    refunded: (amount) => `${amount} वापस`,
    goOn: 'भुगतान पूरा करें',
    outcomes: {
      pending: {
        title: 'भुगतान की पुष्टि हो रही है…',
        text: 'बैंक से जवाब आते ही पास शुरू हो जाएगा। यह पन्ना बंद भी कर सकते हैं।',
      },
      success: { title: 'पास शुरू हो गया', text: 'अब जितना मन करे, बात कीजिए।' },
      failed: { title: 'भुगतान नहीं हो पाया', text: 'पास शुरू नहीं हुआ। पैसे कटे हों तो बैंक अपने-आप लौटा देता है।' },
    },
    home: 'बात पर लौटें',
    again: 'फिर कोशिश करें',
    unknown: 'यह भुगतान नहीं मिला।',
  },
  'en-IN': {
    title: 'Passes',
    wall: 'The free messages are used up',
    wallText:
      'What you wrote is safe: you can send it as soon as you have a pass. Memories and the mirror are always free.',
    callWall: 'The free call time is used up',
    why: 'With a pass you talk as much as you like. Memories and the mirror are always free.',
    plans: { daily: 'A pass for a day', weekly: 'A pass for a week' },
    lengths: {
      daily: '24 hours, as many talks and calls as you like',
      weekly: '7 days, as many talks and calls as you like',
    },
    buy: (price) => `Get it for ${price}`,
    noRenewal: 'A pass does not renew itself: when its time is over, it is over. Nothing more is charged.',
    later: 'Not now',
    running: (until) => `Your pass runs until ${until}`,
    addUp: 'Another one now adds its time to the end.',
    free: 'What is free',
    messagesLeft: (left, all) => `Messages: ${left} of ${all} left`,
    callLeft: (left, all) => `Calls: ${left} of ${all} minutes left`,
    payments: 'Your payments',
    noPayments: 'No payments yet.',
    statuses: { pending: 'Open', success: 'Paid', failed: 'Failed' },
    refunded: (amount) => `${amount} paid back`,
    goOn: 'Finish the payment',
    outcomes: {
      pending: {
        title: 'The payment is being confirmed…',
        text: 'The pass begins as soon as the bank answers. You may close this page.',
      },
      success: { title: 'Your pass has begun', text: 'Now talk as much as you like.' },
      failed: {
        title: 'The payment did not work',
        text: 'The pass has not begun. If money was taken, the bank gives it back by itself.',
      },
    },
    home: 'Back to talking',
    again: 'Try again',
    unknown: 'This payment was not found.',
  },
});
