import { numberFrom, textFrom } from '../environment.js';
import { runStandIn } from '../run-stand-in.js';
import { hasEspeak } from './sound/espeak.js';
import { startVoiceStandIn } from './voice-stand-in.js';

await runStandIn(
  'voice',
  () =>
    startVoiceStandIn({
      host: textFrom('STAND_IN_HOST', '127.0.0.1'),
      port: numberFrom('STAND_IN_VOICE_PORT', 3010),
      voice: textFrom('STAND_IN_VOICE', hasEspeak() ? 'espeak' : 'tone') === 'espeak' ? 'espeak' : 'tone',
      transcription_ms: numberFrom('STAND_IN_TRANSCRIPTION_MS', 150),
      first_sound_ms: numberFrom('STAND_IN_FIRST_SOUND_MS', 80),
      speed: numberFrom('STAND_IN_VOICE_SPEED', 8),
      unknown_speech: '(speech that the stand-in does not know)',
    }),
  ({ base_url }) => ({ listening: base_url }),
);
