import { loudness, toMicSamples } from './pcm';

const WORKLET = new URL('./microphone-worklet.js', import.meta.url);
/** Below this nothing is being said. */
const SILENCE = 0.02;

export interface Microphone {
  /** For drawing what is heard. */
  readonly analyser: AnalyserNode;
  readonly mute: (on: boolean) => void;
  readonly stop: () => void;
}

/**
 * Opens the microphone.
 * @param onPiece gets 20 ms at a time, and whether anything was to be heard in them
 * @throws DOMException when the person or the device says no
 */
export const openMicrophone = async (
  context: AudioContext,
  onPiece: (samples: Int16Array, isSilent: boolean) => void,
): Promise<Microphone> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  await context.audioWorklet.addModule(WORKLET);
  const source = context.createMediaStreamSource(stream);
  const worklet = new AudioWorkletNode(context, 'saathi-microphone', { numberOfOutputs: 0 });
  const analyser = context.createAnalyser();
  worklet.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    onPiece(toMicSamples(data), loudness(data) < SILENCE);
  };
  source.connect(worklet);
  source.connect(analyser);
  const tracks = stream.getTracks();
  return {
    analyser,
    mute: (on) => {
      for (const track of tracks) track.enabled = !on;
    },
    stop: () => {
      for (const track of tracks) track.stop();
      source.disconnect();
    },
  };
};
