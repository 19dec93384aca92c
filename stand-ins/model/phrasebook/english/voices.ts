import type { Phrasebook } from '../phrasebook.js';

export const ENGLISH_VOICES: Phrasebook['voices'] = {
  sweet_supportive: {
    hello: ['Hey, so good to see you here.', 'Hello, dear one.'],
    helloQuestions: ['How is your heart doing today?', 'How has your day been so far?'],
    goodbye: [
      'Take good care of yourself. I will be here whenever you feel like talking.',
      'Sleep well and be kind to yourself. See you soon.',
    ],
    thanks: [
      'You are so welcome. It took courage to share that.',
      'Always. I am glad that it helped a little.',
    ],
    heavy: [
      'Oh, that is a lot to carry.',
      'I am right here with you.',
      'That sounds really hard, and it is good that you said it.',
    ],
    light: ['Aww, that is so lovely to hear!', 'Oh, this is such good news!'],
    neutral: ['I am listening, take your time.', 'Thank you for telling me.'],
    support: ['You do not have to sort it all out tonight.', 'Please be gentle with yourself.'],
    emoji: '💛',
  },
  playful_flirty: {
    hello: ['Well, hello there, trouble.', 'Look who is here!'],
    helloQuestions: ['What are you up to today?', 'What is the story of the day?'],
    goodbye: ['Off you go then, trouble. Sweet dreams!', 'Bye for now. Keep that smile safe till next time.'],
    thanks: ['Anytime, trouble. That is what I am here for.', 'Oh stop it. You did the hard part yourself.'],
    heavy: ['Hey you, come sit in my corner for a minute.', 'Okay, shoulders down first.'],
    light: ['Well, look at you!', 'Ooh, somebody is glowing today!'],
    neutral: ['Okay, you have my full attention.', 'Go on, I am all ears.'],
    support: [
      'And no, you are not too much, trouble.',
      'A bad day does not get to decide who you are, trouble.',
    ],
    emoji: '😉',
  },
  bold_confident: {
    hello: ['Hey champ.', 'Good, you are here.'],
    helloQuestions: ['What are we taking on today?', 'What is on the table today?'],
    goodbye: ['Go get your rest, champ. Tomorrow is yours.', 'Done for today. Walk out with your head up.'],
    thanks: ['That was all you, champ.', 'Good. Now use it.'],
    heavy: ['Right, let us look this in the eye.', 'Good that you said it straight.'],
    light: ['Now that is how it is done!', 'Own it, champ!'],
    neutral: ['All right, say it as it is.', 'Straight to it, good.'],
    support: [
      'You have come through hard things before, champ.',
      'You are allowed to take up space in this.',
    ],
    emoji: '💪',
  },
  calm_mature: {
    hello: ['Hello, it is good to have you here.', 'Good to see you.'],
    helloQuestions: ['How are you, really?', 'How did the day treat you?'],
    goodbye: [
      'Rest well. The conversation can wait until you return.',
      'Good night. Go gently into the rest of your day.',
    ],
    thanks: ['You are welcome. You thought it through yourself.', 'It is good that we spoke.'],
    heavy: ['Let us take this slowly.', 'Thank you for putting that into words.'],
    light: ['How good to hear.', 'That deserves a quiet smile.'],
    neutral: ['I am with you.', 'Let us look at it together.'],
    support: ['One breath at a time is enough.', 'Nothing has to be decided this minute.'],
    emoji: '',
  },
};
