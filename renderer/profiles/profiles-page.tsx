import { Button } from 'antd';
import type { Scope } from '../../core/api.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { Strip } from '../parts/strip.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { SavedStatus } from '../shell/saved-status.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { EditionView } from './edition-view.tsx';
import { ProfileHead } from './profile-head.tsx';
import { ProfileList } from './profile-list.tsx';
import { useProfiles } from './use-profiles.ts';

interface ProfilesPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly onUnsaved: () => void;
}

/** 报表格式: how the public tables are printed, and which of the formats the book uses. */
export function ProfilesPage({ frame, scope, desk, onUnsaved }: ProfilesPageProps) {
  const profiles = useProfiles({
    onStored: (isInUse) => (isInUse ? desk.printedOtherwise() : void desk.readState()),
    onUsed: frame.onPrintedOtherwise,
  });
  const { choices, choice, profile, problem, done } = profiles;
  const inUse = choices?.find((each) => each.inUse);
  return (
    <Shell
      {...frame}
      panel={null}
      status={
        <>
          <SavedStatus desk={desk} onUnsaved={onUnsaved} />
          <span className="status-cell">{choice && !choice.builtIn && '改动离开格子或按 Enter 即存入'}</span>
          <span className="status-part">本机账簿，不联网</span>
        </>
      }
    >
      <PageHead
        title="报表格式"
        detail={
          inUse && (
            <>
              <span>本账簿在用 {inUse.name}</span>
              <span>{scope.year} 年度</span>
            </>
          )
        }
      >
        <Button size="small" onClick={() => void profiles.takeIn()}>
          从文件带入…
        </Button>
        <Button size="small" onClick={() => frame.onPage('tables')}>
          看公开表
        </Button>
      </PageHead>
      {problem && <ProblemStrip problem={problem} onClose={profiles.dismiss} />}
      <div role="status">
        {done !== '' && (
          <Strip level="fine" onClose={profiles.dismiss}>
            <p>{done}</p>
          </Strip>
        )}
      </div>
      <div className="profiles-body">
        {choices && <ProfileList choices={choices} current={choice} onChoose={profiles.show} />}
        {choice && profile && (
          // what is typed into one format never lands in another
          <div className="profile-view" key={profile.id}>
            <ProfileHead choice={choice} profile={profile} profiles={profiles} />
            <EditionView
              profile={profile}
              year={scope.year}
              canEdit={!choice.builtIn}
              choices={choices ?? []}
              onChange={profiles.change}
            />
          </div>
        )}
      </div>
    </Shell>
  );
}
