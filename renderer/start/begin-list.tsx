import { KeyHint } from '../parts/key-hint.tsx';
import { ariaKeys } from '../shortcut.ts';

interface BeginListProps {
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onOpenSample: () => void;
}

/** The ways to begin that need no earlier book. */
export function BeginList({ onNew, onOpenFile, onOpenSample }: BeginListProps) {
  return (
    <section className="box begin-list" aria-label="开始">
      <Way name="新建账簿" detail="选地区和报表格式，添单位" keys="Ctrl+N" onClick={onNew} />
      <Way name="打开账簿" detail="*.mzb 文件" keys="Ctrl+O" onClick={onOpenFile} />
      <Way name="打开示例" detail="示例街道，三个单位，数字是虚构的" keys="Ctrl+L" onClick={onOpenSample} />
    </section>
  );
}

interface WayProps {
  readonly name: string;
  readonly detail: string;
  readonly keys: string;
  readonly onClick: () => void;
}

function Way({ name, detail, keys, onClick }: WayProps) {
  return (
    <button type="button" onClick={onClick} aria-keyshortcuts={ariaKeys(keys)}>
      <span>
        <b>{name}</b>
        <small>{detail}</small>
      </span>
      <KeyHint keys={keys} />
    </button>
  );
}
