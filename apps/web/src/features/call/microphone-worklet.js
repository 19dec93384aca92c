// Hands on what the microphone hears, 20 ms at a time.
const PIECE = 960;

class Microphone extends AudioWorkletProcessor {
  piece = new Float32Array(PIECE);
  filled = 0;

  process([input]) {
    for (const sample of input?.[0] ?? []) {
      this.piece[this.filled] = sample;
      this.filled += 1;
      if (this.filled === PIECE) {
        this.port.postMessage(this.piece);
        this.piece = new Float32Array(PIECE);
        this.filled = 0;
      }
    }
    return true;
  }
}

registerProcessor('saathi-microphone', Microphone);
