import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ProfileChoice } from '../../core/api.ts';
import {
  editionOf,
  type Profile,
  type ProfileEdition,
  type ProfileTable,
  type TableId,
} from '../../core/profiles/profile.ts';
import { call } from '../bridge.ts';
import { useEditing } from './editing.ts';

interface TakeInTableProps {
  readonly edition: ProfileEdition;
  readonly year: number;
  readonly choices: readonly ProfileChoice[];
  readonly onTaken: (id: TableId) => void;
}

/** Takes a table in that the format does not have, as one of the built-in formats prints it. */
export function TakeInTable({ edition, year, choices, onTaken }: TakeInTableProps) {
  const { change } = useEditing();
  const [builtIn, setBuiltIn] = useState<readonly Profile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const ids = choices.filter((choice) => choice.builtIn).map(({ id }) => id);
  const key = ids.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the ids
  useEffect(() => {
    let isWanted = true;
    void Promise.all(ids.map((id) => call('profile', id))).then((replies) => {
      if (isWanted) setBuiltIn(replies.flatMap((reply) => (reply.ok ? [reply.value] : [])));
    });
    return () => {
      isWanted = false;
    };
  }, [key]);

  const offers = builtIn.flatMap((profile) =>
    editionOf(profile, year)
      .edition.tables.filter((table) => edition.tables.every(({ id }) => id !== table.id))
      .map((table) => ({
        table,
        value: `${profile.id} ${table.id}`,
        label: `${table.title}（${profile.name}）`,
      })),
  );
  if (offers.length === 0) return null;

  function takeIn(table: ProfileTable) {
    onTaken(table.id);
    void change((old) => ({ ...old, tables: [...old.tables, table] })).then(setFault);
  }

  return (
    <>
      <Select<string>
        className="take-in"
        aria-label="加一张表"
        placeholder="加一张表…"
        value={null}
        options={offers}
        popupMatchSelectWidth={false}
        onChange={(value) => {
          const offer = offers.find((each) => each.value === value);
          if (offer !== undefined) takeIn(offer.table);
        }}
      />
      <p role="alert">{fault}</p>
    </>
  );
}
