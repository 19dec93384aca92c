import type { Phrasebook } from '../phrasebook.js';

export const ENGLISH_TOPICS: Phrasebook['topics'] = {
  heartbreak: {
    reflections: [
      '“{said}”: losing someone like that leaves a very loud silence.',
      'When you say “{said}”, the hurt is plain to hear.',
    ],
    questions: ['What do you find yourself missing the most?', 'Which part of it keeps coming back to you?'],
    step: 'One small step: write the message you will not send, and keep it to yourself for a night.',
  },
  exams: {
    reflections: [
      '“{said}”: that makes every hour feel as if it were being counted.',
      'I hear you; a thing like “{said}” takes up a lot of room in the head.',
    ],
    questions: ['Which part of it feels heaviest right now?', 'How are you feeling about the next few days?'],
    step: 'One small step: take the one topic that scares you most and give it 25 quiet minutes, then stop.',
  },
  work: {
    reflections: [
      '“{said}”: a day like that follows a person home.',
      'What you say, “{said}”, is the kind of thing at work that stays in the body.',
    ],
    questions: [
      'Which moment of it weighed the most?',
      'What would have made today at work a little lighter?',
    ],
    step: 'One small step: write down the one thing that is really yours to do tomorrow, and let the rest wait behind it.',
  },
  money: {
    reflections: [
      '“{said}”: worries about money have a way of sitting at every table.',
      '“{said}”: with that on your mind it is hard to switch off.',
    ],
    questions: ['What worries you most about it at the moment?', 'Since when has it felt this tight?'],
    step: 'One small step: put the three numbers that matter on one piece of paper, so that they stop circling.',
  },
  health: {
    reflections: [
      '“{said}”: that wears a person down, and it is fair to feel low about it.',
      '“{said}”: living with that asks for a lot of patience.',
    ],
    questions: ['How are you holding up with it today?', 'Who is looking after you while this goes on?'],
    step: 'One small step: note when it is better and when it is worse, and take that note to a doctor.',
  },
  family: {
    reflections: [
      '“{said}”: with family, even small things go deep.',
      'You said “{said}”, and there seems to be a lot beneath it.',
    ],
    questions: [
      'What do you wish they understood about it?',
      'How do you usually feel after a talk like that?',
    ],
    step: 'One small step: pick a calm hour and begin with how you feel, before what they did.',
  },
  friends: {
    reflections: [
      '“{said}”: friends can lift us and hurt us like few others.',
      'I can see why “{said}” is still on your mind.',
    ],
    questions: ['What did you need from them at that moment?', 'What has the friendship been like lately?'],
    step: 'One small step: send one honest line, without any reproach in it, and see what comes back.',
  },
  love: {
    reflections: [
      '“{said}”: there is a lot of heart in that.',
      'You say “{said}”, and it sounds as if it matters to you.',
    ],
    questions: ['What do you feel when you think of it?', 'What are you hoping for, if you are honest?'],
    step: 'One small step: say one true sentence to them instead of waiting for the perfect one.',
  },
  loneliness: {
    reflections: [
      '“{said}”: that kind of quiet can be very heavy.',
      '“{said}”: that does not mean that anything is wrong with you.',
    ],
    questions: ['When in the day is it the strongest?', 'Who is somebody you would like to hear from again?'],
    step: 'One small step: write to one person you have not spoken with for a while, just to say hello.',
  },
  anger: {
    reflections: [
      '“{said}”: anger like that usually guards something important.',
      '“{said}”: no wonder that it boils in you.',
    ],
    questions: [
      'What felt the most unfair about it?',
      'What lies underneath it, if you look a little deeper?',
    ],
    step: 'One small step: walk for ten minutes before you answer anybody.',
  },
  tiredness: {
    reflections: [
      '“{said}”: it sounds as if you have been running on empty.',
      '“{said}”, and then even small things cost a lot.',
    ],
    questions: [
      'What has been taking most of your strength?',
      'When did you last have a moment for yourself?',
    ],
    step: 'One small step: put the phone in another room half an hour before bed tonight.',
  },
  worry: {
    reflections: [
      '“{said}”: thoughts like that get louder when one is alone with them.',
      'I can hear how “{said}” keeps your mind going in circles.',
    ],
    questions: [
      'What is the worst your mind is telling you?',
      'What would help you feel a little safer tonight?',
    ],
    step: 'One small step: write the worry down with a time tomorrow when you will think about it, not before.',
  },
  sadness: {
    reflections: [
      '“{said}”: that is allowed here, just as it is.',
      'When you say “{said}”, I do not want to hurry past it.',
    ],
    questions: ['What has been on your mind the most?', 'When did it start to feel like this?'],
    step: 'One small step: do one kind thing for your body today, a shower, a walk or a warm meal.',
  },
  boredom: {
    reflections: [
      '“{said}”: sometimes an empty hour is where something begins.',
      'So, “{said}”; your mind seems hungry for something new.',
    ],
    questions: ['What used to make you forget the time?', 'What would make today a little less ordinary?'],
    step: 'One small step: do something for fifteen minutes that you last did as a child.',
  },
  joy: {
    reflections: [
      '“{said}”: you can be properly proud of that.',
      'You say “{said}”, and the smile comes through.',
    ],
    questions: ['What was the best moment of it?', 'Who did you tell first?'],
    step: 'One small step: write down how this feels, for a day when you need it.',
  },
  other: {
    reflections: [
      '“{said}”: I would like to understand that better.',
      'You say “{said}”, and it seems to be on your mind.',
    ],
    questions: ['What makes it matter to you today?', 'How does it feel when you say it out loud?'],
    step: 'One small step: name the part of it that is in your hands, and start there.',
  },
};
