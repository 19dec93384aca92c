import { Switch as Primitive } from 'radix-ui';
import { useId, type ReactNode } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly text?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** Something that is on or off, with its name and what that means. */
export const Switch = ({ label, text, checked, onChange, disabled = false }: SwitchProps): ReactNode => {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {text === undefined ? null : (
          <p id={`${id}-text`} className="text-sm text-soft">
            {text}
          </p>
        )}
      </div>
      <Primitive.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
        className="mt-1 h-7 w-12 shrink-0 rounded-full border border-edge bg-sunk p-0.5 transition disabled:opacity-50 data-[state=checked]:border-brand-fill data-[state=checked]:bg-brand-fill"
      >
        <Primitive.Thumb className="block size-5.5 rounded-full bg-edge transition data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-brand" />
      </Primitive.Root>
    </div>
  );
};
