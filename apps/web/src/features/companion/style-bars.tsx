import type { PersonaStyle, StyleAxis } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { companionTexts } from './companion-texts';

const AXES: readonly StyleAxis[] = ['warmth', 'playfulness', 'directness', 'formality', 'verbosity', 'emoji'];

interface StyleBarsProps {
  readonly style: PersonaStyle;
}

/** How a companion talks, axis by axis. */
export const StyleBars = ({ style }: StyleBarsProps): ReactNode => {
  const t = useTexts(companionTexts);
  const { number } = useFormats();
  return (
    <div>
      <h3 className="text-lg">{t.style}</h3>
      <p className="text-sm text-soft">{t.styleText}</p>
      <dl className="mt-3 grid gap-2.5">
        {AXES.map((axis) => (
          <div key={axis} className="grid grid-cols-[7.5rem_1fr_3rem] items-center gap-3">
            <dt className="text-sm">{t.axes[axis]}</dt>
            <dd className="contents">
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunk">
                <span
                  className="block h-full rounded-full bg-tint"
                  style={{ width: `${String(style[axis] * 100)}%` }}
                />
              </span>
              <span className="text-right text-sm text-soft">
                {t.level(number(Math.round(style[axis] * 100)))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
