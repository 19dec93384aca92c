import { controlRoutes } from '../control-routes.js';
import { sendJson, startHttpServer, type Route, type RunningServer } from '../http-server.js';
import { describeOpenAiError, withKey } from '../openai-errors.js';
import { RequestLog } from '../request-log.js';
import { Ear } from './hearing/ear.js';
import { transcriptionRoute } from './hearing/transcription-route.js';
import { speechRoute, type Speaking } from './speaking/speech-route.js';
import { tone } from './speaking/tone.js';
import { espeakVoice } from './speaking/voice.js';
import { utterances } from './utterances.js';
import { createVoiceFaults } from './voice-faults.js';

const MODELS = ['stand-in-ear', 'stand-in-mouth'];

export interface VoiceStandInOptions extends Partial<Omit<Speaking, 'voice'>> {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** `tone` lasts 300 ms a word; `espeak` can be understood, where espeak-ng is installed. */
  readonly voice?: 'tone' | 'espeak';
  readonly transcription_ms?: number;
  readonly unknown_speech?: string;
}

export interface VoiceStandIn extends Pick<RunningServer, 'url' | 'close'> {
  /** What `SPEECH_BASE_URL` is set to. */
  readonly base_url: string;
}

/** Starts a server of speech as OpenAI's, which knows some sentences by their sound and has no model. */
export const startVoiceStandIn = async ({
  host = '127.0.0.1',
  port = 0,
  voice = 'tone',
  transcription_ms = 0,
  first_sound_ms = 0,
  speed = 0,
  unknown_speech = '',
}: VoiceStandInOptions = {}): Promise<VoiceStandIn> => {
  const log = new RequestLog();
  const faults = createVoiceFaults();
  const ear = new Ear(await utterances());
  const speaking = { voice: voice === 'tone' ? tone : espeakVoice, first_sound_ms, speed };
  const api = [
    transcriptionRoute(faults, { ear, transcription_ms, unknown_speech }),
    speechRoute(faults, speaking),
    modelsRoute,
  ];
  const { url, close } = await startHttpServer({
    name: 'voice',
    host,
    port,
    routes: [...api.map(withKey), ...controlRoutes(log, faults)],
    log,
    describeError: describeOpenAiError,
  });
  return { url, base_url: `${url}/v1`, close };
};

const modelsRoute: Route = {
  method: 'GET',
  path: '/v1/models',
  handle: (exchange) => {
    const data = MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'stand-in' }));
    sendJson(exchange, 200, { object: 'list', data });
  },
};
