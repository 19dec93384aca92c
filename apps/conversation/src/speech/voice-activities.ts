import { Logger } from '@nestjs/common';
import type { SpeechDetector } from './speech-detector.js';
import { SileroDetector } from './silero.detector.js';
import { VoiceActivity } from './voice-activity.js';

/** Detectors of speech for as many microphones as there are calls. */
export class VoiceActivities {
  private readonly spare: SpeechDetector[] = [];

  private constructor(private readonly make: (() => SpeechDetector) | undefined) {
    // The first call need not wait for it.
    if (make !== undefined) this.spare.push(make());
  }

  /** There are none where this machine has no library for it: then nothing can be heard. */
  static async load(): Promise<VoiceActivities> {
    try {
      const { default: sherpa } = await import('sherpa-onnx-node');
      return new VoiceActivities(() => new SileroDetector(sherpa));
    } catch (error) {
      new Logger(VoiceActivities.name).error('speech cannot be told from silence here', {}, error);
      return VoiceActivities.none();
    }
  }

  static none(): VoiceActivities {
    return new VoiceActivities(undefined);
  }

  get available(): boolean {
    return this.make !== undefined;
  }

  /** One for a call, to be closed at its end. @throws Error where there are none */
  open(): VoiceActivity {
    const detector = this.spare.pop() ?? this.make?.();
    if (detector === undefined) throw new Error('speech cannot be told from silence here');
    let isOpen = true;
    return new VoiceActivity(detector, () => {
      if (!isOpen) return;
      isOpen = false;
      detector.reset();
      this.spare.push(detector);
    });
  }
}
