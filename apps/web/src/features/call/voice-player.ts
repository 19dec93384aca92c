import { LOCAL_RATE, toSpeakerSamples } from './pcm';
import type { VoiceFrame } from './call-frames';

const WORKLET = new URL('./voice-worklet.js', import.meta.url);

interface Report {
  readonly heard: number;
  readonly done: boolean;
  /** How often the voice ran dry since the last one. */
  readonly underruns: number;
}

/** How much of a reply was heard. */
export interface HeardReport extends Pick<Report, 'done' | 'underruns'> {
  readonly ms: number;
}

/** Plays the voice of the companion and knows how much of each reply was heard. */
export class VoicePlayer {
  private rid = 0;
  private ms = 0;
  private last = 0;
  private readonly cleared = new Set<number>();

  private constructor(
    private readonly node: AudioWorkletNode,
    onHeard: (rid: number, report: HeardReport) => void,
  ) {
    node.port.onmessage = ({ data }: MessageEvent<Report>) => {
      this.ms = Math.round((data.heard / LOCAL_RATE) * 1000);
      const { done, underruns } = data;
      onHeard(this.rid, { ms: this.ms, done, underruns });
    };
  }

  static async open(
    context: AudioContext,
    onHeard: (rid: number, report: HeardReport) => void,
  ): Promise<VoicePlayer> {
    await context.audioWorklet.addModule(WORKLET);
    const node = new AudioWorkletNode(context, 'saathi-voice', {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    node.connect(context.destination);
    return new VoicePlayer(node, onHeard);
  }

  get heard(): { readonly rid: number; readonly ms: number } {
    return { rid: this.rid, ms: this.ms };
  }

  /** What belongs to a reply that was cut off is not played any more. */
  play({ rid, samples }: VoiceFrame): void {
    if (this.cleared.has(rid)) return;
    if (rid !== this.rid) this.begin(rid);
    const piece = toSpeakerSamples(samples, this.last);
    this.last = samples.at(-1) ?? this.last;
    this.node.port.postMessage({ type: 'piece', samples: piece }, [piece.buffer]);
  }

  pause(): void {
    this.node.port.postMessage({ type: 'pause' });
  }

  resume(): void {
    this.node.port.postMessage({ type: 'resume' });
  }

  clear(rid: number): void {
    this.cleared.add(rid);
    this.node.port.postMessage({ type: 'clear' });
  }

  /** All of a reply is here. */
  whole(): void {
    this.node.port.postMessage({ type: 'whole' });
  }

  private begin(rid: number): void {
    this.rid = rid;
    this.ms = this.last = 0;
    this.node.port.postMessage({ type: 'begin' });
  }
}
