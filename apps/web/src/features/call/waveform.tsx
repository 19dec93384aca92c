import { useEffect, useRef, type ReactNode } from 'react';

const BARS = 40;
const WIDTH = 320;
const HEIGHT = 48;

interface WaveformProps {
  /** What the microphone hears; without it the line is still. */
  readonly analyser: AnalyserNode | undefined;
}

/** What the microphone hears, drawn as it comes. It says nothing that the words beside it do not. */
export const Waveform = ({ analyser }: WaveformProps): ReactNode => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (analyser === undefined || pen === null || pen === undefined) return;
    const heard = new Uint8Array(analyser.fftSize);
    pen.fillStyle = getComputedStyle(pen.canvas).color;
    let frame = requestAnimationFrame(function draw() {
      analyser.getByteTimeDomainData(heard);
      drawBars(pen, heard);
      frame = requestAnimationFrame(draw);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [analyser]);
  return (
    <canvas
      ref={canvas}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden
      className="mx-auto h-12 w-full max-w-xs text-tint"
    />
  );
};

const drawBars = (pen: CanvasRenderingContext2D, heard: Uint8Array): void => {
  pen.clearRect(0, 0, WIDTH, HEIGHT);
  const step = Math.floor(heard.length / BARS);
  for (let bar = 0; bar < BARS; bar += 1) {
    const swing = Math.abs((heard[bar * step] ?? 128) - 128) / 128;
    const height = Math.max(3, Math.min(1, swing * 2.5) * HEIGHT);
    pen.fillRect(bar * (WIDTH / BARS) + 2, (HEIGHT - height) / 2, WIDTH / BARS - 4, height);
  }
};
