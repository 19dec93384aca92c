import type { Persona as PersonaName } from '@saathi/contracts';
import { Persona } from '@saathi/contracts/enums';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import { Motif } from './motif';
import { personaTexts, tintOf } from './persona-texts';

interface PersonaCardProps {
  readonly persona: PersonaName;
}

const CARD =
  'group relative grid min-h-36 w-full grid-cols-[auto_1fr] items-start gap-x-3 gap-y-2 rounded-3xl border-2 border-line bg-raised p-4 text-left ' +
  'transition hover:border-edge data-[state=checked]:border-tint data-[state=checked]:shadow-lift';

const PersonaCard = ({ persona }: PersonaCardProps): ReactNode => {
  const { name, manner, line } = useTexts(personaTexts)[persona];
  return (
    <RadioGroup.Item
      value={persona}
      className={CARD}
      style={tintOf(persona)}
      aria-label={`${name}, ${manner}. ${line}`}
    >
      <Motif persona={persona} />
      <span>
        <span className="block font-display text-xl text-tint">{name}</span>
        <span className="block text-sm text-soft">{manner}</span>
      </span>
      <span className="col-span-2 text-[.95rem] leading-relaxed">{line}</span>
      <span className="absolute top-3 right-3 hidden size-6 place-items-center rounded-full bg-tint text-raised group-data-[state=checked]:grid">
        <Icon name="check" className="size-4" />
      </span>
    </RadioGroup.Item>
  );
};

interface PersonaPickerProps {
  readonly value: PersonaName;
  readonly onChange: (persona: PersonaName) => void;
  readonly label: string;
}

const isPersona = (value: string): value is PersonaName => Object.values<string>(Persona).includes(value);

/** Four cards, of which one is chosen. */
export const PersonaPicker = ({ value, onChange, label }: PersonaPickerProps): ReactNode => (
  <RadioGroup.Root
    value={value}
    onValueChange={(next) => {
      if (isPersona(next)) onChange(next);
    }}
    aria-label={label}
    className="grid gap-3 sm:grid-cols-2"
  >
    {Object.values(Persona).map((persona) => (
      <PersonaCard key={persona} persona={persona} />
    ))}
  </RadioGroup.Root>
);
