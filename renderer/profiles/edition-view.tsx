import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { ProfileChoice } from '../../core/api.ts';
import { editionOf, type Profile, type ProfileEdition, yearsOf } from '../../core/profiles/profile.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { BasisTab } from './basis-tab.tsx';
import { EditingProvider } from './editing.ts';
import { FontsTab } from './fonts-tab.tsx';
import { LinesTab } from './lines-tab.tsx';
import { hasOwnEdition, withOwnEdition } from './own-edition.ts';
import { SettingsTab } from './settings-tab.tsx';
import { TablesTab } from './tables-tab.tsx';

interface EditionViewProps {
  readonly profile: Profile;
  readonly year: number;
  readonly canEdit: boolean;
  readonly choices: readonly ProfileChoice[];
  readonly onChange: (update: (profile: Profile) => Profile) => Promise<string | null>;
}

const TABS = [
  { id: 'tables', name: '各张表' },
  { id: 'settings', name: '通用版式' },
  { id: 'lines', name: '总表的行' },
  { id: 'fonts', name: '字体' },
  { id: 'basis', name: '依据与未证实' },
] as const;
type TabId = (typeof TABS)[number]['id'];

/** The edition of the year at hand: what a format says is shown, and changed, for its years alone. */
export function EditionView({ profile, year, canEdit, choices, onChange }: EditionViewProps) {
  const [tab, setTab] = useState<TabId>('tables');
  const [fault, setFault] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const { edition, unconfirmed } = editionOf(profile, year);
  const isBorrowed = year < edition.since || edition.until < year;

  const change = (update: (old: ProfileEdition) => ProfileEdition) =>
    onChange((old) => {
      const current = editionOf(old, year).edition;
      return { ...old, editions: old.editions.map((each) => (each === current ? update(each) : each)) };
    });

  async function separate() {
    const refused = await onChange((old) => withOwnEdition(old, year));
    setFault(refused);
    // the button is gone, and the focus with it
    if (refused === null) body.current?.focus();
  }

  const bodies: Readonly<Record<TabId, ReactNode>> = {
    tables: <TablesTab edition={edition} year={year} choices={choices} />,
    settings: <SettingsTab edition={edition} />,
    lines: <LinesTab edition={edition} year={year} />,
    fonts: <FontsTab edition={edition} />,
    basis: <BasisTab profile={profile} edition={edition} />,
  };
  const points = edition.tables.reduce((sum, table) => sum + table.unconfirmed.length, unconfirmed.length);

  return (
    <EditingProvider value={{ canEdit, change }}>
      <p className="edition-line">
        <span aria-live="polite">
          适用<b>{yearsOf(edition)}年度</b>
          {profile.editions.length > 1 && `，这个格式按年度有 ${profile.editions.length} 版`}
          {canEdit && profile.editions.length > 1 && '，改动只在这一版'}
        </span>
        {isBorrowed && (
          <span className="unconfirmed">
            {year} 年度没有自己的一版，借用最近的
            {canEdit && `，改了它，${yearsOf(edition).trim()} 年度的表也跟着变`}
          </span>
        )}
        {canEdit && !hasOwnEdition(profile, year) && (
          <button type="button" className="link" onClick={() => void separate()}>
            为 {year} 年度另立一版
          </button>
        )}
        {points > 0 && (
          <button type="button" className="unconfirmed" onClick={() => setTab('basis')}>
            <LevelSign level="verify" size={13} />
            {points} 处未证实
          </button>
        )}
      </p>
      <p role="alert" className="edition-fault">
        {fault}
      </p>
      <Tabs current={tab} onTab={setTab} />
      <div
        ref={body}
        className="edition-body"
        id="edition-body"
        role="tabpanel"
        aria-labelledby={`edition-${tab}`}
        tabIndex={-1}
      >
        {bodies[tab]}
      </div>
    </EditingProvider>
  );
}

function Tabs({ current, onTab }: { readonly current: TabId; readonly onTab: (tab: TabId) => void }) {
  const strip = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = step === 0 ? undefined : TABS[TABS.findIndex(({ id }) => id === current) + step];
    if (next === undefined) return;
    event.preventDefault();
    onTab(next.id);
    strip.current?.querySelector<HTMLButtonElement>(`#edition-${next.id}`)?.focus();
  }

  return (
    <div className="edition-tabs" role="tablist" ref={strip} onKeyDown={onKeyDown}>
      {TABS.map(({ id, name }) => (
        <button
          key={id}
          id={`edition-${id}`}
          type="button"
          role="tab"
          aria-selected={id === current}
          aria-controls="edition-body"
          tabIndex={id === current ? 0 : -1}
          onClick={() => onTab(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
