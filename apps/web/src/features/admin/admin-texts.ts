import type {
  LearningOverview,
  MoneyOverview,
  PeopleOverview,
  TalkOverview,
  WebhookView,
} from '@saathi/contracts';
import type { Deed } from '../../api/admin-client';
import { texts } from '../../i18n/texts';

interface AdminTexts {
  readonly title: string;
  readonly signIn: string;
  readonly email: string;
  readonly ask: string;
  readonly code: string;
  readonly enter: string;
  readonly signOut: string;
  readonly places: {
    readonly today: string;
    readonly orders: string;
    readonly webhooks: string;
    readonly actions: string;
  };
  readonly parts: {
    readonly people: string;
    readonly talk: string;
    readonly learning: string;
    readonly money: string;
  };
  readonly silent: string;
  readonly numbers: Readonly<
    Record<keyof PeopleOverview | keyof TalkOverview | keyof LearningOverview | keyof MoneyOverview, string>
  >;
  readonly openOnly: string;
  readonly none: string;
  readonly review: string;
  readonly open: string;
  readonly deeds: Readonly<Record<Deed | 'grant', string>>;
  readonly reason: string;
  readonly reasonHint: string;
  readonly done: string;
  readonly attempts: string;
  readonly refunds: string;
  readonly webhookStatuses: Readonly<Record<WebhookView['status'], string>>;
  readonly replay: string;
  readonly status: string;
}

export const adminTexts = texts<AdminTexts>({
  'hi-IN': {
    title: 'संचालक',
    signIn: 'संचालक के रूप में साइन इन',
    email: 'संचालक का ईमेल',
    ask: 'कोड मँगाएँ',
    code: '6 अंकों का कोड',
    enter: 'आगे बढ़ें',
    signOut: 'साइन आउट',
    places: { today: 'आज', orders: 'ऑर्डर', webhooks: 'वेबहुक', actions: 'किसने क्या किया' },
    parts: { people: 'लोग', talk: 'बातें', learning: 'सीखना', money: 'पैसे' },
    silent: 'यह सेवा अभी जवाब नहीं दे रही।',
    numbers: {
      people: 'कुल लोग',
      new_today: 'आज नए',
      active_today: 'आज सक्रिय',
      erased_today: 'आज मिटाए गए खाते',
      erasures_open: 'मिटना बाक़ी',
      messages_today: 'आज के संदेश',
      sessions_today: 'आज की बातचीतें',
      call_minutes_today: 'आज कॉल के मिनट',
      model_cost_today: 'आज मॉडल का ख़र्च',
      summaries_pending: 'सारांश बाक़ी',
      summaries_failed: 'सारांश नहीं बने',
      dead_letters: 'छूटे हुए काम',
      passes_running: 'चलते पास',
      passes_today: 'आज बिके पास',
      amount_today: 'आज की बिक्री',
      failed_payments_today: 'आज असफल भुगतान',
      reviews: 'देखने को बाक़ी',
      webhooks_open: 'खुले वेबहुक',
    },
    openOnly: 'सिर्फ़ जिन्हें देखना है',
    none: 'यहाँ कुछ नहीं है।',
    review: 'देखें',
    open: 'ऑर्डर खोलें',
    deeds: {
      refund: 'पूरे पैसे लौटाएँ',
      cancel: 'ऑर्डर रद्द करें',
      revoke: 'पास ख़त्म करें',
      check: 'Cashfree से पूछें',
      resolve: 'कुछ नहीं करना',
      grant: 'पास दें',
    },
    reason: 'कारण',
    reasonHint: 'किसी का नाम न लिखें: यह हमेशा रहता है।',
    done: 'हो गया',
    attempts: 'कोशिशें',
    refunds: 'वापसी',
    webhookStatuses: {
      received: 'आया',
      processed: 'पूरा',
      ignored: 'छोड़ा',
      stale: 'पुराना',
      quarantined: 'अलग रखा',
      failed: 'असफल',
    },
    replay: 'फिर चलाएँ',
    status: 'हालत',
  },
  'en-IN': {
    title: 'Operator',
    signIn: 'Sign in as an operator',
    email: 'Operator’s e-mail',
    ask: 'Send me a code',
    code: '6-digit code',
    enter: 'Go on',
    signOut: 'Sign out',
    places: { today: 'Today', orders: 'Orders', webhooks: 'Webhooks', actions: 'Who did what' },
    parts: { people: 'People', talk: 'Talk', learning: 'Learning', money: 'Money' },
    silent: 'This service does not answer now.',
    numbers: {
      people: 'People',
      new_today: 'New today',
      active_today: 'Active today',
      erased_today: 'Accounts deleted today',
      erasures_open: 'Deletions under way',
      messages_today: 'Messages today',
      sessions_today: 'Talks today',
      call_minutes_today: 'Call minutes today',
      model_cost_today: 'Model cost today',
      summaries_pending: 'Summaries pending',
      summaries_failed: 'Summaries failed',
      dead_letters: 'Dead letters',
      passes_running: 'Passes running',
      passes_today: 'Passes sold today',
      amount_today: 'Sales today',
      failed_payments_today: 'Failed payments today',
      reviews: 'To be looked at',
      webhooks_open: 'Webhooks open',
    },
    openOnly: 'Only those to be looked at',
    none: 'There is nothing here.',
    review: 'Look',
    open: 'Open the order',
    deeds: {
      refund: 'Pay all of it back',
      cancel: 'Cancel the order',
      revoke: 'End the pass',
      check: 'Ask Cashfree',
      resolve: 'Nothing to do',
      grant: 'Give the pass',
    },
    reason: 'Reason',
    reasonHint: 'Name nobody: it is kept for good.',
    done: 'Done',
    attempts: 'Attempts',
    refunds: 'Refunds',
    webhookStatuses: {
      received: 'Received',
      processed: 'Processed',
      ignored: 'Ignored',
      stale: 'Stale',
      quarantined: 'Set aside',
      failed: 'Failed',
    },
    replay: 'Act on it again',
    status: 'State',
  },
});
