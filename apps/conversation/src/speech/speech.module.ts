import { Module } from '@nestjs/common';
import { readPrices } from '../companion/model-price.js';
import { ConversationConfig } from '../conversation.config.js';
import { NoRecogniser, NoSpeaker } from './no-speech.js';
import { OpenAiRecogniser } from './openai.recogniser.js';
import { OpenAiSpeaker } from './openai.speaker.js';
import { speechAddressOf, speechKindOf } from './speech-address.js';
import { Recogniser, Speaker, Speech } from './speech.port.js';
import { VoiceActivities } from './voice-activities.js';

/** Ears and a voice for calls, where they are set up: `Speech` says whether. */
@Module({
  providers: [
    {
      provide: VoiceActivities,
      inject: [ConversationConfig],
      useFactory: async (config: ConversationConfig): Promise<VoiceActivities> => {
        // Nobody pays for a library that nothing is heard with.
        return speechAddressOf(config) === undefined ? VoiceActivities.none() : VoiceActivities.load();
      },
    },
    {
      provide: Speech,
      inject: [VoiceActivities, ConversationConfig],
      useFactory: ({ available }: VoiceActivities, config: ConversationConfig): Speech => ({
        kind: available ? speechKindOf(config) : 'none',
      }),
    },
    {
      provide: Recogniser,
      inject: [ConversationConfig],
      useFactory: (config: ConversationConfig): Recogniser => {
        const address = speechAddressOf(config);
        if (address === undefined) return new NoRecogniser();
        return new OpenAiRecogniser(address, priceOf(config, address.transcribe_model));
      },
    },
    {
      provide: Speaker,
      inject: [ConversationConfig],
      useFactory: (config: ConversationConfig): Speaker => {
        const address = speechAddressOf(config);
        if (address === undefined) return new NoSpeaker();
        return new OpenAiSpeaker(address, config.SPEECH_VOICE, priceOf(config, address.speech_model));
      },
    },
  ],
  exports: [Recogniser, Speaker, Speech, VoiceActivities],
})
export class SpeechModule {}

const priceOf = ({ OPENAI_PRICES }: ConversationConfig, model: string) =>
  readPrices(OPENAI_PRICES).get(model);
