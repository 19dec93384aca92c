/** The part that is used here of a package that comes without types. */
declare module 'sherpa-onnx-node' {
  interface VadConfig {
    readonly sileroVad: {
      /** A file. */
      readonly model: string;
      readonly threshold: number;
      /** Seconds, as the next two. */
      readonly minSpeechDuration: number;
      readonly minSilenceDuration: number;
      readonly maxSpeechDuration: number;
      /** In samples. */
      readonly windowSize: number;
    };
    readonly sampleRate: number;
    readonly numThreads: number;
    readonly provider: 'cpu';
    readonly debug: boolean;
  }

  interface Vad {
    /** Samples from -1 to 1. */
    acceptWaveform(samples: Float32Array): void;
    /** Whether there was speech at the end of what it was given. */
    isDetected(): boolean;
    /** Forgets the stretches of speech that it has found. */
    clear(): void;
    reset(): void;
  }

  export interface Sherpa {
    readonly Vad: new (config: VadConfig, bufferSeconds: number) => Vad;
  }

  const sherpa: Sherpa;
  // eslint-disable-next-line no-restricted-exports -- it is what the package exports
  export default sherpa;
}
