import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problem';
import { memoriesQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { memoriesTexts } from './memories-texts';
import { Memory } from './memory';
import { NewMemory } from './new-memory';
import { SearchTalks } from './search-talks';

/** What the companion remembers: to be seen, corrected, pinned and forgotten. */
export const Memories = (): ReactNode => {
  const t = useTexts(memoriesTexts);
  return (
    <div className="grid gap-8">
      <div>
        <h1 className="text-3xl">{t.title}</h1>
        <p className="mt-1 text-soft">
          {t.intro} {t.free}
        </p>
      </div>
      <SearchTalks />
      <NewMemory />
      <MemoryList />
    </div>
  );
};

const MemoryList = (): ReactNode => {
  const t = useTexts(memoriesTexts);
  const memories = useInfiniteQuery(memoriesQuery);
  if (memories.isPending) return <Loading />;
  if (isProblem(memories.error, 'not_found')) return <p className="text-soft">{t.notHere}</p>;
  if (memories.isError)
    return <ProblemNotice error={memories.error} onRetry={() => void memories.refetch()} />;
  const items = memories.data.pages.flatMap((page) => page.items);
  const sorted = [...items].sort((one, other) => Number(other.pinned) - Number(one.pinned));
  return (
    <section className="grid gap-3">
      {items.length === 0 ? <p className="text-soft">{t.empty}</p> : null}
      <ul className="grid gap-2">
        {sorted.map((memory) => (
          <Memory key={memory.id} memory={memory} />
        ))}
      </ul>
      {memories.hasNextPage ? (
        <Button look="soft" onClick={() => void memories.fetchNextPage()}>
          {t.older}
        </Button>
      ) : null}
    </section>
  );
};
