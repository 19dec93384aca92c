import { texts } from '../../i18n/texts';

export const passesTexts = texts({
  'hi-IN': {
    title: 'पास',
    wall: 'मुफ़्त संदेश पूरे हुए',
    wallText: 'आपकी बात सुरक्षित है, पास मिलते ही भेज सकते हैं। यादें और आईना हमेशा मुफ़्त हैं।',
    why: 'पास के साथ जितना चाहें बात करें। यादें और आईना हमेशा मुफ़्त हैं।',
    plans: { daily: 'एक दिन का पास', weekly: 'एक हफ़्ते का पास' },
    lengths: { daily: '24 घंटे, जितनी चाहें बातें और कॉल', weekly: '7 दिन, जितनी चाहें बातें और कॉल' },
    buy: (price: string) => `${price} में लें`,
    noRenewal: 'पास अपने-आप नए नहीं होते: समय पूरा, बात ख़त्म, कोई कटौती नहीं।',
    later: 'अभी नहीं',
    opening: 'भुगतान का पन्ना खुल रहा है…',
  },
  'en-IN': {
    title: 'Passes',
    wall: 'The free messages are used up',
    wallText:
      'What you wrote is safe; you can send it as soon as you have a pass. Memories and the mirror are always free.',
    why: 'With a pass you talk as much as you like. Memories and the mirror are always free.',
    plans: { daily: 'A pass for a day', weekly: 'A pass for a week' },
    lengths: {
      daily: '24 hours, as many talks and calls as you like',
      weekly: '7 days, as many talks and calls as you like',
    },
    buy: (price: string) => `Get it for ${price}`,
    noRenewal:
      'A pass does not renew itself: when its time is over, it is over, and nothing more is charged.',
    later: 'Not now',
    opening: 'Opening the payment page…',
  },
});
