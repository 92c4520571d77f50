import { Button } from 'antd';
import { useState } from 'react';
import type { ProfileChoice } from '../../core/api.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { CopyQuestion } from './copy-question.tsx';
import { EditingProvider } from './editing.ts';
import { TextField } from './fields.tsx';
import type { Profiles } from './use-profiles.ts';

interface ProfileHeadProps {
  readonly choice: ProfileChoice;
  readonly profile: Profile;
  readonly profiles: Profiles;
}

/** What can be done with a format as a whole. */
export function ProfileHead({ choice, profile, profiles }: ProfileHeadProps) {
  const [asked, setAsked] = useState<'copy' | 'delete' | null>(null);
  const { builtIn, inUse } = choice;
  const rename = (name: string) => profiles.change((old) => ({ ...old, name }));
  const naming = { canEdit: !builtIn, change: async () => null };
  return (
    <header className="profile-head">
      <div className="profile-title">
        {builtIn ? (
          <h2>{profile.name}</h2>
        ) : (
          <EditingProvider value={naming}>
            <TextField label="名称" value={profile.name} longest={60} onCommit={rename} />
          </EditingProvider>
        )}
        <div className="profile-actions">
          {inUse ? (
            <span className="in-use">在用</span>
          ) : (
            <Button size="small" type="primary" onClick={() => void profiles.use()}>
              用于本账簿
            </Button>
          )}
          <Button size="small" onClick={() => setAsked('copy')}>
            复制并修改…
          </Button>
          <Button size="small" onClick={() => void profiles.carryOut()}>
            存为文件…
          </Button>
          {/* one in use cannot be deleted */}
          {!builtIn && !inUse && (
            <Button size="small" onClick={() => setAsked('delete')}>
              删除…
            </Button>
          )}
        </div>
      </div>
      {builtIn && asked !== 'copy' && (
        <p className="profile-note">内置的格式不能改。要改，先“复制并修改…”，改复制出来的那份。</p>
      )}
      {asked === 'copy' && (
        <CopyQuestion
          name={profile.name}
          onCopy={(name) => {
            setAsked(null);
            void profiles.copy(name);
          }}
          onCancel={() => setAsked(null)}
        />
      )}
      {asked === 'delete' && (
        <div className="profile-question">
          <p>删除“{profile.name}”，删去后不能找回；要留一份，先“存为文件…”。</p>
          <Button size="small" autoFocus onClick={() => setAsked(null)}>
            不删
          </Button>
          <Button size="small" onClick={() => void profiles.remove()}>
            删除
          </Button>
        </div>
      )}
    </header>
  );
}
