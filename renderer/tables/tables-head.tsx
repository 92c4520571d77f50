import { Button } from 'antd';
import type { ExportKind } from '../../core/api.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { LevelSign } from '../parts/level-sign.tsx';
import { SmallSelect } from '../parts/small-select.tsx';
import { useReturnedFocus } from '../returned-focus.ts';
import { PageHead } from '../shell/page-head.tsx';
import { ariaKeys } from '../shortcut.ts';
import { ExportButtons } from './export-buttons.tsx';
import { ZOOMS, type Zoom } from './paper.ts';
import { unconfirmedPoints } from './table-name.ts';

const ZOOM_NAMES: Readonly<Record<Zoom, string>> = { width: '页宽', page: '整页', actual: '100%' };

interface TablesHeadProps {
  /** `null` until main has answered */
  readonly pack: TablePack | null;
  readonly zoom: Zoom;
  /** the panel is closed, and there is something to show in it */
  readonly originHidden: boolean;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onOrigin: () => void;
  readonly onProfiles: () => void;
  readonly onUnconfirmed: () => void;
  readonly onCompare: () => void;
  readonly onExport: (kind: ExportKind) => void;
}

export function TablesHead(props: TablesHeadProps) {
  const { pack, zoom, originHidden, onZoom, onOrigin, onProfiles, onUnconfirmed, onCompare, onExport } =
    props;
  const detail = pack && <PackWords pack={pack} onProfiles={onProfiles} onUnconfirmed={onUnconfirmed} />;
  return (
    <PageHead title="公开表" detail={detail}>
      <SmallSelect
        className="zoom-switch"
        label="页面大小"
        value={zoom}
        options={ZOOMS.map((each) => ({ value: each, label: ZOOM_NAMES[each] }))}
        onChange={onZoom}
      />
      {originHidden && <OriginButton onClick={onOrigin} />}
      <Button size="small" onClick={onCompare}>
        与批复表核对…
      </Button>
      <ExportButtons onExport={onExport} />
    </PageHead>
  );
}

/** Opens the panel, and makes room for it: with no number selected, the keyboard goes on in what it opened. */
function OriginButton({ onClick }: { readonly onClick: () => void }) {
  const ref = useReturnedFocus<HTMLButtonElement>('.side-panel [aria-selected="true"]');
  return (
    <Button ref={ref} size="small" aria-keyshortcuts={ariaKeys('Ctrl+E')} onClick={onClick}>
      来历
      <KeyHint keys="Ctrl+E" />
    </Button>
  );
}

interface PackWordsProps {
  readonly pack: TablePack;
  readonly onProfiles: () => void;
  readonly onUnconfirmed: () => void;
}

/** In which format the tables are, how many, and what of the format is not confirmed. */
function PackWords({ pack, onProfiles, onUnconfirmed }: PackWordsProps) {
  const empty = pack.tables.filter((table) => table.empty).length;
  const points = unconfirmedPoints(pack);
  return (
    <>
      <span>
        格式{' '}
        <button type="button" className="link" title="打开报表格式" onClick={onProfiles}>
          {pack.profile.name}
        </button>
      </span>
      {points > 0 && (
        <button type="button" className="unconfirmed" title="列出未证实的各处" onClick={onUnconfirmed}>
          <LevelSign level="verify" size={13} />
          版式 {points} 处未证实，须核对
        </button>
      )}
      <span>
        {pack.tables.length} 张{empty > 0 && `，空表 ${empty} 张已附说明`}
      </span>
    </>
  );
}
