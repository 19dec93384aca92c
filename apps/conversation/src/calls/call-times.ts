import { Logger } from '@nestjs/common';
import type { CallEndReason } from '@saathi/contracts';
import { callFirstWordsSeconds, callsEnded } from '@saathi/platform';

/** How quick a call was, told in one line at its end and in the histograms of the process. */
export class CallTimes {
  private readonly log = new Logger(CallTimes.name);
  private readonly firstWordsMs: number[] = [];
  private interruptions = 0;

  /** The first words of a reply came so long after what was said. */
  firstWords(ms: number): void {
    this.firstWordsMs.push(ms);
    callFirstWordsSeconds.observe(ms / 1000);
  }

  interrupted(byThePerson: boolean): void {
    if (byThePerson) this.interruptions += 1;
  }

  report(call_id: string, reason: CallEndReason, duration_seconds: number): void {
    callsEnded.inc({ reason });
    const sorted = this.firstWordsMs.toSorted((one, other) => one - other);
    const at = (share: number): number | null => sorted[Math.floor(share * (sorted.length - 1))] ?? null;
    this.log.log('call ended', {
      call_id,
      reason,
      duration_seconds,
      replies: sorted.length,
      interruptions: this.interruptions,
      first_words_p50_ms: at(0.5),
      first_words_p95_ms: at(0.95),
    });
  }
}
