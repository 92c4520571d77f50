import { Button } from 'antd';
import type { TablePack } from '../../core/tables/model.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { LevelSign } from '../parts/level-sign.tsx';
import { SmallSelect } from '../parts/small-select.tsx';
import { useReturnedFocus } from '../returned-focus.ts';
import { PageHead } from '../shell/page-head.tsx';
import { ariaKeys } from '../shortcut.ts';
import { ZOOMS, type Zoom } from './paper.ts';

const ZOOM_NAMES: Readonly<Record<Zoom, string>> = { width: '页宽', page: '整页', actual: '100%' };

interface TablesHeadProps {
  /** `null` until main has answered */
  readonly pack: TablePack | null;
  readonly zoom: Zoom;
  /** the panel is closed, and there is something to show in it */
  readonly originHidden: boolean;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onOrigin: () => void;
  readonly onExport: () => void;
}

export function TablesHead({ pack, zoom, originHidden, onZoom, onOrigin, onExport }: TablesHeadProps) {
  return (
    <PageHead title="公开表" detail={pack && <PackWords pack={pack} />}>
      <SmallSelect
        className="zoom-switch"
        label="页面大小"
        value={zoom}
        options={ZOOMS.map((each) => ({ value: each, label: ZOOM_NAMES[each] }))}
        onChange={onZoom}
      />
      {originHidden && <OriginButton onClick={onOrigin} />}
      <Button size="small" type="primary" aria-keyshortcuts={ariaKeys('Ctrl+Shift+E')} onClick={onExport}>
        导出…
        <KeyHint keys="Ctrl+Shift+E" />
      </Button>
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

/** In which format the tables are, and how many. */
function PackWords({ pack }: { readonly pack: TablePack }) {
  const empty = pack.tables.filter((table) => table.empty).length;
  return (
    <>
      <span>格式 {pack.profile.name}</span>
      <span>
        {pack.tables.length} 张{empty > 0 && `，空表 ${empty} 张已附说明`}
      </span>
      {!pack.profile.confirmed && (
        <span className="unconfirmed">
          <LevelSign level="verify" size={13} />
          本年度版式未经样张证实，须核对
        </span>
      )}
    </>
  );
}
