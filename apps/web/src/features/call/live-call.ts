import type { CallSpeechKind } from '@saathi/contracts';
import { openCall } from '../../api/client';
import { CallLine } from './call-line';
import type { CallMode, ServerMessage } from './call-messages';
import { beforeCall, reduceCall, type CallEvent, type CallState } from './call-state';
import { hush, recognise, speak } from './browser-speech';
import { openMicrophone, type Microphone } from './microphone';
import { LOCAL_RATE } from './pcm';
import { SpokenText } from './spoken-text';
import { VoicePlayer } from './voice-player';

/** A stand-in knows a few sentences: a browser that hears by itself, and somebody who types, is understood better. */
const modeFor = (speech: CallSpeechKind): CallMode => (speech === 'server' ? 'audio' : 'text');

/** One call, from the tap to its end: its line, its ears and its voice. */
export class LiveCall {
  private state = beforeCall;
  private readonly listeners = new Set<() => void>();
  private line: CallLine | undefined;
  private microphone: Microphone | undefined;
  private player: VoicePlayer | undefined;
  private stopHearing: (() => void) | undefined;
  private readonly spoken = new SpokenText();

  constructor(private readonly lang: string) {}

  readonly snapshot = (): CallState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** For drawing what the microphone hears; there is none in text mode. */
  get analyser(): AnalyserNode | undefined {
    return this.microphone?.analyser;
  }

  /** @throws Problem `paywall_call_seconds`, `call_in_progress`, `not_found` where there are no calls */
  async dial(): Promise<void> {
    const { url, ticket, speech, disclosure } = await openCall();
    this.apply({ type: 'dialled', disclosure });
    this.line = new CallLine({
      url,
      ticket,
      mode: modeFor(speech),
      heard: () => this.player?.heard ?? this.spoken.heard,
      onMessage: (message) => {
        this.apply(message);
        void this.act(message);
      },
      onVoice: (frame) => this.player?.play(frame),
      onBroken: () => {
        this.apply({ type: 'broken' });
      },
      onClosed: (reason) => {
        this.apply({ type: 'closed', reason });
        this.silence();
      },
    });
  }

  /** Says what was typed, where nothing can be heard. */
  readonly type = (text: string): void => {
    this.line?.tell(text, true, this.lang);
  };

  mute(on: boolean): void {
    this.microphone?.mute(on);
    this.line?.mute(on);
    this.apply({ type: 'muted', on });
  }

  readonly hangUp = (): void => {
    this.line?.hangUp();
    this.silence();
  };

  private apply(event: CallEvent): void {
    this.state = reduceCall(this.state, event);
    for (const listener of this.listeners) listener();
  }

  private async act(message: ServerMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        if (!message.resumed) await this.openEars().catch(this.isDeaf);
        break;
      case 'ai.text':
        if (this.state.mode === 'text') this.speak(message);
        break;
      case 'ai.audio_end':
        this.player?.whole();
        this.spoken.whole(message.rid, message.total_ms);
        this.reportSpoken(message.rid);
        break;
      case 'pause':
        this.player?.pause();
        break;
      case 'resume':
        this.player?.resume();
        break;
      case 'clear':
        this.player?.clear(message.rid);
        this.spoken.cut(message.rid);
        hush();
        break;
      case 'end':
        this.silence();
        break;
      default:
    }
  }

  private async openEars(): Promise<void> {
    if (this.state.mode === 'text') {
      this.stopHearing = recognise(this.lang, (text, final) => {
        if (!this.state.is_muted) this.line?.tell(text, final, this.lang);
      });
      return;
    }
    const context = new AudioContext({ sampleRate: LOCAL_RATE });
    this.player = await VoicePlayer.open(context, (rid, report) => {
      this.line?.say({ type: 'played', rid, ...report });
    });
    this.microphone = await openMicrophone(context, (samples, isSilent) =>
      this.line?.hear(samples, isSilent),
    );
    this.apply({ type: 'muted', on: false });
  }

  /** Without a microphone there is no call. */
  private readonly isDeaf = (): void => {
    this.apply({ type: 'closed', reason: 'denied' });
    this.hangUp();
  };

  private speak({ rid, text, from_ms }: Extract<ServerMessage, { type: 'ai.text' }>): void {
    this.spoken.add(rid, from_ms);
    speak(text, this.lang, () => {
      this.spoken.speakOne(rid);
      this.reportSpoken(rid);
    });
  }

  /** Says how far the browser has come with a reply; where there is a voice its player does so. */
  private reportSpoken(rid: number): void {
    const { heard } = this.spoken;
    if (this.state.mode === 'text' && heard.rid === rid && heard.ms > 0)
      this.line?.say({ type: 'played', ...heard, underruns: 0 });
  }

  private silence(): void {
    this.microphone?.stop();
    this.stopHearing?.();
    hush();
  }
}
