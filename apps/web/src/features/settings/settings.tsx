import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { chooseTheme, chosenTheme, THEMES } from '../../app/theme';
import { meQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { buttonLook } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { LanguageChoice } from './language-choice';
import { Logins } from './logins';
import { OwnData } from './own-data';
import { Profile } from './profile';
import { settingsTexts } from './settings-texts';

/** Everything that is set once and seldom looked at. */
export const Settings = (): ReactNode => {
  const t = useTexts(settingsTexts);
  const me = useQuery(meQuery);
  if (me.isPending) return <Loading />;
  if (me.isError) return <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />;
  return (
    <div className="grid grid-cols-1 gap-10">
      <h1 className="text-3xl">{t.title}</h1>
      <Profile me={me.data} />
      <LanguageChoice />
      <ThemeChoice />
      <Link href="/passes" className={buttonLook('soft', 'justify-self-start')}>
        {t.passes}
      </Link>
      <Logins />
      <OwnData />
    </div>
  );
};

const ThemeChoice = (): ReactNode => {
  const t = useTexts(settingsTexts);
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Choice
      label={t.look}
      options={THEMES.map((value) => ({ value, label: t.looks[value] }))}
      value={theme}
      onChange={(next) => {
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
};
