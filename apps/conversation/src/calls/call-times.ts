import { Logger } from '@nestjs/common';
import type { CallEndReason } from '@saathi/contracts';
import {
  callEndpointingSeconds,
  callFirstWordsSeconds,
  callInterruptions,
  callRecognitionSeconds,
  callsEnded,
  callUnderruns,
  callVoiceToVoiceSeconds,
} from '@saathi/platform';
import type { ModelCall } from '../companion/model-call.js';

const STAGES = {
  /** From when somebody fell silent until their turn was over. */
  endpointing: callEndpointingSeconds,
  /** Until it was known what they said. */
  recognition: callRecognitionSeconds,
  /** From the end of a turn to the first word of the model. */
  first_token: undefined,
  /** From the end of a turn to the first words or sound of the reply. */
  first_words: callFirstWordsSeconds,
  /** From when somebody fell silent to the first sound of the reply. */
  voice_to_voice: callVoiceToVoiceSeconds,
} as const;

export type CallStage = keyof typeof STAGES;

/** How quick a call was and what it cost, told in one line at its end and in the histograms of the process. */
export class CallTimes {
  private readonly log = new Logger(CallTimes.name);
  private readonly times = new Map<CallStage, number[]>();
  private readonly interruptions = { true: 0, false: 0 };
  private paise = 0;
  private underruns = 0;

  took(stage: CallStage, ms: number): void {
    this.times.set(stage, [...(this.times.get(stage) ?? []), ms]);
    STAGES[stage]?.observe(ms / 1000);
  }

  /** @param meant whether somebody wanted to speak, or only seemed to */
  interrupted(meant: boolean): void {
    this.interruptions[meant ? 'true' : 'false'] += 1;
    callInterruptions.inc({ meant: String(meant) });
  }

  /** The voice came too late for so many moments. */
  ranDry(times: number): void {
    this.underruns += times;
    callUnderruns.inc(times);
  }

  cost({ cost_paise }: ModelCall): void {
    this.paise += cost_paise ?? 0;
  }

  report(call_id: string, reason: CallEndReason, duration_seconds: number): void {
    callsEnded.inc({ reason });
    const percentiles = Object.fromEntries(
      [...this.times].flatMap(([stage, times]) => {
        const sorted = times.toSorted((one, other) => one - other);
        const at = (share: number): number | null => sorted[Math.floor(share * (sorted.length - 1))] ?? null;
        return [
          [`${stage}_p50_ms`, at(0.5)],
          [`${stage}_p95_ms`, at(0.95)],
        ];
      }),
    );
    this.log.log('call ended', {
      call_id,
      reason,
      duration_seconds,
      replies: this.times.get('first_words')?.length ?? 0,
      interruptions: this.interruptions.true,
      false_interruptions: this.interruptions.false,
      underruns: this.underruns,
      paise: this.paise,
      ...percentiles,
    });
  }
}
