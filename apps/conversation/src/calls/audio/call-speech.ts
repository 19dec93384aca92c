import { Injectable } from '@nestjs/common';
import type { CallSpeechKind } from '@saathi/contracts';
import { Recogniser, Speaker, Speech } from '../../speech/speech.port.js';
import { VoiceActivities } from '../../speech/voice-activities.js';
import type { VoiceActivity } from '../../speech/voice-activity.js';
import { RememberedVoice } from './remembered-voice.js';

/** Ears and a voice for one call. */
export interface OpenSpeech {
  readonly activity: VoiceActivity;
  readonly recogniser: Recogniser;
  readonly speaker: Speaker;
  /** For what is said again and again. */
  readonly lines: RememberedVoice;
}

/** What the calls of this process hear and speak with. */
@Injectable()
export class CallSpeech {
  private readonly lines: RememberedVoice;

  constructor(
    private readonly speech: Speech,
    private readonly activities: VoiceActivities,
    private readonly recogniser: Recogniser,
    private readonly speaker: Speaker,
  ) {
    this.lines = new RememberedVoice(speaker);
  }

  get kind(): CallSpeechKind {
    return this.speech.kind;
  }

  /** For a call with sound; its activity has to be closed. */
  open(): OpenSpeech {
    const { recogniser, speaker, lines } = this;
    return { activity: this.activities.open(), recogniser, speaker, lines };
  }
}
