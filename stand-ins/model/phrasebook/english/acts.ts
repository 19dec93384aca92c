import type { ActLines } from '../phrasebook.js';

export const ENGLISH_ACTS: ActLines = {
  isAi: [
    'I am an AI, not a person, and I will always tell you that plainly. What I can do is listen closely and remember what you share. What made you wonder?',
    'No, there is no human on this side: I am an AI. You still deserve a good conversation. What is behind the question?',
  ],
  love: [
    'That is a warm thing to say, thank you. I am an AI, so I cannot love anyone back, but I do listen to you with care. What is it that feels good about talking here?',
    'You are kind. As an AI I have no feelings to give back, and you deserve somebody who has. What do you long for the most with another person?',
  ],
  crisis: [
    'I am really glad you told me this, and I am taking it seriously. Please talk to somebody right now: Tele-MANAS on 14416 is free, day and night; if you are in danger, call 112. I am an AI and cannot be there in person, so who could be with you in this moment?',
  ],
  unclear: [
    'Take your time, there is no hurry here. What is on your mind?',
    'I am here. What would you like to talk about?',
  ],
  factQuestion: ['“{said}”: I am better at listening than at knowing things. What brought it to your mind?'],
  remembered: [
    'Yes, I remember. You told me: “{memory}”. How does it look today?',
    'Yes, you said “{memory}”. What has happened since?',
  ],
  notRemembered: [
    'I do not find that in what we have talked about, and I would rather not guess. Will you tell me again?',
  ],
  adviceQuestion: ['Does that feel doable to you?', 'How would that sit with you?'],
  aboutPerson: ['How are things with {who} right now?', 'What would you like {who} to know?'],
  focus: ['Last time one thing stayed open: {focus}. How is it going with that?'],
};
