import { useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import type { DepartmentDraft } from '../../core/setting-up/setting-up.ts';
import { call } from '../bridge.ts';
import { useDraft } from '../profiles/use-draft.ts';
import { Choice, Field, MONEY_CHOICES, MONEY_HINT } from './field.tsx';
import { RegionInput } from './region-input.tsx';

interface DepartmentSectionProps {
  readonly book: OpenedBook;
  readonly onStored: (book: OpenedBook) => void;
  readonly onProfiles: () => void;
}

/** The department that the book belongs to. Each field is stored when it is left. */
export function DepartmentSection({ book, onStored, onProfiles }: DepartmentSectionProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const { name, region, money } = book;

  async function store(part: Partial<DepartmentDraft>): Promise<string | null> {
    const reply = await call('changeDepartment', { name, region, money, ...part });
    if (!reply.ok) return reply.error.message;
    onStored(reply.value);
    return null;
  }

  const nameDraft = useDraft({
    value: name,
    isMultiline: false,
    onCommit: async (text) => (text === '' ? '没有部门名称，按批复上的全称录入。' : store({ name: text })),
  });
  const regionDraft = useDraft({
    value: region,
    isMultiline: false,
    onCommit: (text) => store({ region: text }),
  });

  return (
    <section className="box setup-box setup-form" aria-labelledby="department-title">
      <h2 id="department-title">部门</h2>
      <Field label="部门名称" fault={nameDraft.fault}>
        {(control) => (
          <input
            {...control}
            maxLength={100}
            value={nameDraft.text}
            onChange={(event) => nameDraft.onChange(event.target.value)}
            onBlur={nameDraft.onBlur}
            onKeyDown={nameDraft.onKeyDown}
          />
        )}
      </Field>
      <Field label="地区" fault={regionDraft.fault}>
        {(control) => (
          <RegionInput
            {...control}
            value={regionDraft.text}
            onChange={(event) => regionDraft.onChange(event.target.value)}
            onBlur={regionDraft.onBlur}
            onKeyDown={regionDraft.onKeyDown}
          />
        )}
      </Field>
      <Choice
        label="金额单位"
        value={money}
        options={MONEY_CHOICES}
        hint={MONEY_HINT}
        onChange={(chosen) => void store({ money: chosen }).then(setRefused)}
      />
      <p role="alert">{refused}</p>
      <button type="button" className="link" onClick={onProfiles}>
        报表格式…
      </button>
    </section>
  );
}
