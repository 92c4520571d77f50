import type { OpenedBook } from '../../core/api.ts';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { ImportPreview } from '../../core/incoming/preview.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { expectedYear, likenessOf } from './stated.ts';

interface FileFactsProps {
  readonly book: OpenedBook;
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
}

/** What the file says of itself, in amber where the figures are about to go elsewhere. */
export function FileFacts({ book, preview, choices }: FileFactsProps) {
  const { stated, kind } = preview;
  // nobody expects a table to say so
  if (kind === 'table' && stated.unit === null && stated.year === null) return null;
  const own = book.years
    .find(({ year }) => year === choices.year)
    ?.units.find(({ code }) => code === choices.unit);
  const likeness = stated.unit === null || own === undefined ? 'same' : likenessOf(stated.unit, own);
  const isOtherYear = stated.year !== null && stated.year !== expectedYear(kind, choices.year);
  return (
    <p className="file-facts">
      {stated.unit === null ? (
        <span>文件没有写明单位</span>
      ) : (
        <Fact differs={likeness !== 'same'}>
          文件上的单位 {stated.unit}
          {likeness === 'other' && '，与导入到的单位不同'}
          {likeness === 'alike' && '，与导入到的单位的名称不完全相同，核对是不是同一单位'}
        </Fact>
      )}
      {stated.year === null ? (
        <span>没有写明年度</span>
      ) : (
        <Fact differs={isOtherYear}>
          {stated.year} 年度
          {isOtherYear && `，应是 ${expectedYear(kind, choices.year)} 年度`}
        </Fact>
      )}
    </p>
  );
}

function Fact({ differs, children }: { readonly differs: boolean; readonly children: React.ReactNode }) {
  return (
    <span className={differs ? 'differs' : undefined}>
      {differs && <LevelSign level="verify" size={13} />}
      {children}
    </span>
  );
}
