import { useState } from 'react';
import type { ProfileEdition, ProfileFont } from '../../core/profiles/profile.ts';
import { useEditing } from './editing.ts';
import { useDraft } from './use-draft.ts';

const KINDS = {
  title: '表名',
  unitLine: '表号、单位',
  head: '表头',
  label: '项目名称',
  code: '科目编码',
  order: '行次、栏次',
  amount: '数字',
  note: '附注',
} as const satisfies Record<keyof ProfileEdition['fonts'], string>;
type FontKind = keyof typeof KINDS;
const FONT_KINDS = Object.keys(KINDS) as FontKind[];

const COMMON_FONTS = ['宋体', '黑体', '仿宋', '楷体', '方正小标宋简体', 'Times New Roman'];

/** 字体: one for each kind of text on the page. */
export function FontsTab({ edition }: { readonly edition: ProfileEdition }) {
  return (
    <table className="fonts-table">
      <thead>
        <tr>
          <th scope="col">用在</th>
          <th scope="col">字体</th>
          <th scope="col">字号（磅）</th>
          <th scope="col">加粗</th>
          <th scope="col">样子</th>
        </tr>
      </thead>
      <tbody>
        {FONT_KINDS.map((kind) => (
          <FontRow key={kind} kind={kind} font={edition.fonts[kind]} />
        ))}
      </tbody>
    </table>
  );
}

function FontRow({ kind, font }: { readonly kind: FontKind; readonly font: ProfileFont }) {
  const { canEdit, change } = useEditing();
  const name = KINDS[kind];
  const [fault, setFault] = useState<string | null>(null);
  const set = (update: (old: ProfileFont) => ProfileFont) =>
    change((old) => ({ ...old, fonts: { ...old.fonts, [kind]: update(old.fonts[kind]) } }));
  const setBold = (bold: boolean) =>
    set(({ name: family, size }) => ({ name: family, size, ...(bold ? { bold } : {}) }));
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>
          {canEdit ? (
            <FontText
              label={`${name}的字体`}
              value={font.name}
              onCommit={(family) => set((old) => ({ ...old, name: family }))}
              onFault={setFault}
            />
          ) : (
            font.name
          )}
        </td>
        <td className="amount">
          {canEdit ? (
            <FontText
              label={`${name}的字号`}
              value={String(font.size)}
              isSize
              onCommit={(text) => setSize(text, (size) => set((old) => ({ ...old, size })))}
              onFault={setFault}
            />
          ) : (
            font.size
          )}
        </td>
        <td className="bold-box">
          <input
            type="checkbox"
            aria-label={`${name}加粗`}
            checked={font.bold === true}
            disabled={!canEdit}
            onChange={(event) => void setBold(event.target.checked).then(setFault)}
          />
        </td>
        <td>
          <span
            style={{ fontFamily: font.name, fontWeight: font.bold ? 700 : 400, fontSize: `${font.size}pt` }}
          >
            决算 123.45
          </span>
        </td>
      </tr>
      {fault !== null && (
        <tr>
          <td colSpan={5}>
            <p role="alert">{fault}</p>
          </td>
        </tr>
      )}
    </>
  );
}

/** Sizes go from 5 to 40 points, in halves. */
async function setSize(text: string, set: (size: number) => Promise<string | null>): Promise<string | null> {
  const size = Number(text);
  if (text === '' || !(size >= 5 && size <= 40) || size * 2 !== Math.round(size * 2)) {
    return `字号“${text}”不能用，写 5 到 40 之间的整数或半数，如 10 或 10.5。`;
  }
  return set(size);
}

interface FontTextProps {
  readonly label: string;
  readonly value: string;
  readonly isSize?: boolean;
  readonly onCommit: (text: string) => Promise<string | null>;
  readonly onFault: (fault: string | null) => void;
}

function FontText({ label, value, isSize = false, onCommit, onFault }: FontTextProps) {
  const draft = useDraft({
    value,
    isMultiline: false,
    onCommit: async (text) => {
      const fault = await onCommit(text);
      onFault(fault);
      return fault;
    },
  });
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={draft.fault !== null}
        className={isSize ? 'size' : undefined}
        inputMode={isSize ? 'decimal' : undefined}
        list={isSize ? undefined : 'common-fonts'}
        maxLength={40}
        value={draft.text}
        onChange={(event) => draft.onChange(event.target.value)}
        onBlur={draft.onBlur}
        onKeyDown={draft.onKeyDown}
      />
      {!isSize && (
        <datalist id="common-fonts">
          {COMMON_FONTS.map((font) => (
            <option key={font} value={font} />
          ))}
        </datalist>
      )}
    </>
  );
}
