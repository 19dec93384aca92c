// Plays the pieces of a voice one after another, and tells how much of it was heard. It begins when a little is
// there to go on with; after running dry it waits for more than before.
const FIRST_CUSHION = 3840;
const CUSHION_STEP = 1920;
const MAX_CUSHION = 14_400;
const REPORT_EVERY = 4800;

class Voice extends AudioWorkletProcessor {
  pieces = [];
  waiting = 0;
  at = 0;
  heard = 0;
  untold = 0;
  cushion = FIRST_CUSHION;
  underruns = 0;
  isPlaying = false;
  isPaused = false;
  isWhole = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => this.told(data);
  }

  told({ type, samples }) {
    if (type === 'piece') {
      this.pieces.push(samples);
      this.waiting += samples.length;
    } else if (type === 'begin' || type === 'clear') {
      this.pieces = [];
      this.waiting = this.at = this.heard = this.untold = 0;
      this.isPlaying = this.isPaused = this.isWhole = false;
    } else if (type === 'pause') this.isPaused = true;
    else if (type === 'resume') this.isPaused = false;
    else if (type === 'whole') this.isWhole = true;
  }

  process(_inputs, [output]) {
    const [channel] = output;
    if (!this.isPlaying && this.waiting > 0) this.isPlaying = this.isWhole || this.waiting >= this.cushion;
    if (!this.isPlaying || this.isPaused) return true;
    for (let index = 0; index < channel.length; index += 1) {
      const sample = this.next();
      if (sample === undefined) {
        this.ranDry();
        break;
      }
      channel[index] = sample;
    }
    if (this.untold >= REPORT_EVERY) this.tell(false);
    return true;
  }

  next() {
    const [piece] = this.pieces;
    if (piece === undefined) return undefined;
    const sample = piece[this.at];
    this.at += 1;
    this.heard += 1;
    this.untold += 1;
    this.waiting -= 1;
    if (this.at === piece.length) {
      this.pieces.shift();
      this.at = 0;
    }
    return sample;
  }

  ranDry() {
    this.isPlaying = false;
    if (!this.isWhole) this.underruns += 1;
    this.tell(this.isWhole);
    if (!this.isWhole) this.cushion = Math.min(this.cushion + CUSHION_STEP, MAX_CUSHION);
  }

  tell(done) {
    this.untold = 0;
    this.port.postMessage({ heard: this.heard, done, underruns: this.underruns });
    this.underruns = 0;
  }
}

registerProcessor('saathi-voice', Voice);
