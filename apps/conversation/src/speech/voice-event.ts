/**
 * What voice activity says about the microphone; `at_ms` is counted in audio since the last reset.
 * A `probability` is one window's; a `pause` carries the utterance before it, 16 kHz mono.
 */
export type VoiceEvent =
  | { kind: 'probability'; value: number; at_ms: number }
  | { kind: 'speech_start' | 'pause'; at_ms: number; audio?: Int16Array };
