import type { Persona } from '@saathi/contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Icon, type IconName } from '../../ui/icon';
import { Motif } from '../personas/motif';
import { canRecognise } from './browser-speech';
import { CrisisCard } from '../safety/crisis-card';
import type { CallState } from './call-state';
import { callTexts } from './call-texts';
import { Captions } from './captions';
import type { LiveCall } from './live-call';
import { TypedWords } from './typed-words';
import { Waveform } from './waveform';

interface OnTheLineProps {
  readonly call: LiveCall;
  readonly state: CallState;
  readonly persona: Persona;
}

/** A call under way: who is speaking, what was said, how long it can go on, and the two buttons. */
export const OnTheLine = ({ call, state, persona }: OnTheLineProps): ReactNode => {
  const t = useTexts(callTexts);
  const { phase, speaker, mode } = state;
  const isTyping = mode === 'text' && !canRecognise();
  const told =
    phase === 'live' ? t.speaker[speaker] : phase === 'reconnecting' ? t.reconnecting : t.connecting;
  return (
    <div className="flex min-h-0 grow flex-col gap-4">
      <div className="grid justify-items-center gap-2 pt-2">
        <Motif persona={persona} className={`size-20 ${speaker === 'speaking' ? 'animate-breathe' : ''}`} />
        <p role="status" className="text-soft">
          {told}
        </p>
        <Left state={state} />
      </div>
      {state.notice === undefined ? null : <CrisisCard notice={state.notice} />}
      {state.disclosure === undefined ? null : (
        <p className="text-center text-sm text-soft">{state.disclosure}</p>
      )}
      <Captions state={state} />
      {state.trouble === undefined ? null : (
        <p role="alert" className="text-center text-alarm">
          {t.troubles[state.trouble] ?? t.trouble}
        </p>
      )}
      {mode === 'text' ? (
        <p className="text-center text-sm text-soft">{isTyping ? t.typeMode : t.textMode}</p>
      ) : null}
      {isTyping ? <TypedWords onSay={call.type} /> : <Waveform analyser={call.analyser} />}
      <Controls call={call} isMuted={state.is_muted} hasMicrophone={!isTyping} />
    </div>
  );
};

interface ControlsProps {
  readonly call: LiveCall;
  readonly isMuted: boolean;
  readonly hasMicrophone: boolean;
}

const Controls = ({ call, isMuted, hasMicrophone }: ControlsProps): ReactNode => {
  const t = useTexts(callTexts);
  return (
    <div className="flex items-center justify-center gap-6 pb-[calc(1rem+env(safe-area-inset-bottom))]">
      {hasMicrophone ? (
        <Round
          label={isMuted ? t.unmute : t.mute}
          icon={isMuted ? 'micOff' : 'mic'}
          look="border border-edge bg-raised"
          pressed={isMuted}
          onClick={() => {
            call.mute(!isMuted);
          }}
        />
      ) : null}
      <Round label={t.hangUp} icon="hangUp" look="bg-[#b3261e] text-white" onClick={call.hangUp} />
    </div>
  );
};

const TICK_MS = 1000;

/** How long the free time lasts; nothing while a pass runs. */
const Left = ({ state: { remaining_ms, phase } }: Pick<OnTheLineProps, 'state'>): ReactNode => {
  const t = useTexts(callTexts);
  const { clock } = useFormats();
  const [left, setLeft] = useState(remaining_ms);
  useEffect(() => {
    if (remaining_ms === null || phase !== 'live') return;
    const until = Date.now() + remaining_ms;
    const look = (): void => {
      setLeft(Math.max(0, until - Date.now()));
    };
    look();
    const timer = setInterval(look, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [remaining_ms, phase]);
  return left === null || remaining_ms === null ? null : (
    <p className="text-sm text-soft">{t.left(clock(left / 1000))}</p>
  );
};

interface RoundProps {
  readonly label: string;
  readonly icon: IconName;
  readonly look: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

const Round = ({ label, icon, look, pressed, onClick }: RoundProps): ReactNode => (
  <button
    type="button"
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    onClick={onClick}
    className={`grid size-16 place-items-center rounded-full shadow-lift ${look}`}
  >
    <Icon name={icon} className="size-7" />
  </button>
);
