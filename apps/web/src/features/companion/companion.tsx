import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { personaQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import { Motif } from '../personas/motif';
import { personaTexts, tintOf } from '../personas/persona-texts';
import { Boundaries } from './boundaries';
import { ChangeCompanion } from './change-companion';
import { companionTexts } from './companion-texts';
import { Growth } from './growth';
import { StyleBars } from './style-bars';
import { useUpdatePersona } from './use-update-persona';

/** The companion as it now is for this person: how it talks, what it minds, how it came to be so. */
export const Companion = (): ReactNode => {
  const t = useTexts(companionTexts);
  const byName = useTexts(personaTexts);
  const persona = useQuery(personaQuery);
  const update = useUpdatePersona();
  if (persona.isPending) return <Loading />;
  if (persona.isError) return <ProblemNotice error={persona.error} onRetry={() => void persona.refetch()} />;
  const { persona: name, persona_prompt, frozen } = persona.data;
  return (
    <div className="grid grid-cols-1 gap-8" style={tintOf(name)}>
      <h1 className="text-3xl">{t.title}</h1>
      <section className="grid gap-4 rounded-[2rem] border border-line bg-raised p-5 shadow-lift">
        <div className="flex items-center gap-4">
          <Motif persona={name} className="size-16" />
          <div className="min-w-0 grow">
            <h2 className="text-2xl text-tint">{byName[name].name}</h2>
            <p className="text-soft">{byName[name].manner}</p>
          </div>
        </div>
        <ChangeCompanion current={name} />
        <StyleBars style={persona_prompt.style} />
        <Lines title={t.do} lines={persona_prompt.do} />
        <Lines title={t.avoid} lines={persona_prompt.avoid} />
      </section>
      <Switch
        label={t.freeze}
        text={t.freezeText}
        checked={frozen}
        onChange={(next) => {
          update.mutate({ frozen: next });
        }}
      />
      <Boundaries lines={persona_prompt.boundaries} />
      <Growth />
    </div>
  );
};

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
}

const Lines = ({ title, lines }: LinesProps): ReactNode =>
  lines.length === 0 ? null : (
    <div>
      <h3 className="text-lg">{title}</h3>
      <ul className="mt-1 grid list-disc gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
