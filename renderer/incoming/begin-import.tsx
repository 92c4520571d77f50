import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImportKind } from '../../core/incoming/incoming.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { steppedIndex } from '../step.ts';

interface Way {
  readonly kind: ImportKind | 'paste';
  readonly name: string;
  readonly detail: string;
  readonly keys: string;
}

const WAYS: readonly Way[] = [
  {
    kind: 'reports',
    name: '财决报表…',
    detail: '决算系统导出的财决02、03、04、07、08-1、09、11 和附03，xls 或 xlsx，元',
    keys: 'Ctrl+1',
  },
  {
    kind: 'table',
    name: '录入表…',
    detail: '收入、支出、资产等任一张录入表的数，xlsx、xls 或 csv，按表头认出列',
    keys: 'Ctrl+2',
  },
  {
    kind: 'paste',
    name: '粘贴的表格',
    detail: '在 Excel 里连同表头复制，在这一页按 Ctrl+V，或点开后贴进文字框',
    keys: 'Ctrl+V',
  },
  {
    kind: 'book',
    name: '并入单位数据…',
    detail: '所属单位交来的账簿（.mzb）或交换文件（.json），取其中一个单位一年的数，不同的逐项确认',
    keys: 'Ctrl+3',
  },
  {
    kind: 'published',
    name: '上年公开表…',
    detail: '去年公开的表，xlsx 或 xls，读作上年决算',
    keys: 'Ctrl+4',
  },
];

interface BeginImportProps {
  /** false: it is not yet clear where the figures go */
  readonly canBegin: boolean;
  readonly isReading: boolean;
  /** the unit is still to be chosen */
  readonly onUnready: () => void;
  readonly onFile: (kind: ImportKind) => void;
  readonly onPaste: (text: string) => void;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, [contenteditable="true"]');
}

/** The ways to begin: each says what it reads. */
export function BeginImport(props: BeginImportProps) {
  const { canBegin, isReading, onUnready, onFile, onPaste } = props;
  const [isPasting, setIsPasting] = useState(false);
  const ways = useRef<HTMLElement>(null);
  // the file that was looked at went away with what had the focus
  useEffect(() => {
    if (document.activeElement === document.body) ways.current?.querySelector('button')?.focus();
  }, []);

  function begin(kind: Way['kind']) {
    if (isReading || document.querySelector('[role="dialog"]') !== null) return;
    if (!canBegin) onUnready();
    else if (kind === 'paste') setIsPasting(true);
    else onFile(kind);
  }

  useShortcut('Ctrl+1', () => begin('reports'));
  useShortcut('Ctrl+2', () => begin('table'));
  useShortcut('Ctrl+3', () => begin('book'));
  useShortcut('Ctrl+4', () => begin('published'));

  const heard = useEffectEvent((event: ClipboardEvent) => {
    if (isTextField(event.target) || document.querySelector('[role="dialog"]') !== null || isReading) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!canBegin) onUnready();
    // what is no text, or nothing, is not pasted: the field says what to do
    else if (text.trim() === '') setIsPasting(true);
    else onPaste(text);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => heard(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = steppedIndex(
      event.key,
      buttons.findIndex((button) => button.matches(':focus')),
      buttons.length,
    );
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  return (
    <>
      <section
        ref={ways}
        className="box begin-list import-ways"
        aria-label="从哪里导入"
        onKeyDown={onKeyDown}
      >
        {WAYS.map(({ kind, name, detail, keys }) => (
          <button key={kind} type="button" aria-keyshortcuts={ariaKeys(keys)} onClick={() => begin(kind)}>
            <span>
              <b>{name}</b>
              <small>{detail}</small>
            </span>
            <KeyHint keys={keys} />
          </button>
        ))}
      </section>
      {isPasting && (
        <PasteField isReading={isReading} onPaste={onPaste} onClose={() => setIsPasting(false)} />
      )}
    </>
  );
}

interface PasteFieldProps {
  readonly isReading: boolean;
  readonly onPaste: (text: string) => void;
  readonly onClose: () => void;
}

/** For a table that is pasted by the mouse, or typed. */
function PasteField({ isReading, onPaste, onClose }: PasteFieldProps) {
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const read = () => text.trim() !== '' && onPaste(text);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.ctrlKey) read();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="box paste-field" aria-label="粘贴的表格">
      <label htmlFor="pasted-table">把表格连同表头贴在这里，列之间是制表符或逗号</label>
      <textarea
        ref={area}
        id="pasted-table"
        rows={6}
        value={text}
        maxLength={5_000_000}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="paste-actions">
        <Button size="small" type="primary" disabled={isReading || text.trim() === ''} onClick={read}>
          读取
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button size="small" onClick={onClose}>
          不粘贴
          <KeyHint keys="Esc" />
        </Button>
      </div>
    </section>
  );
}
