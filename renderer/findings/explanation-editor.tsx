import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { judgeText } from '../../core/checks/explanations/explanations.ts';
import type { Explanation } from '../../core/checks/finding.ts';
import { fen } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import type { Problem } from '../../core/problems.ts';
import { useStoreOnLeaving } from '../leaving.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { LevelSign } from '../parts/level-sign.tsx';

/** As API_ARGUMENTS.writeExplanation takes it. */
const LONGEST = 2000;

interface ExplanationEditorProps {
  readonly explanation: Explanation;
  readonly texts: ReadonlyMap<string, string>;
  /** @returns why it was not stored */
  readonly onStore: (text: string) => Problem | null;
  readonly onClose: () => void;
}

/** Writes about a finding, and says meanwhile whether it will do. Only Esc gives up what was typed. */
export function ExplanationEditor({ explanation, texts, onStore, onClose }: ExplanationEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(explanation.text);
  const [problem, setProblem] = useState<Problem | null>(null);
  // what it is stored by stays that of the finding for which it was begun
  const latest = useRef({ text, stored: explanation.text, onStore });
  latest.current.text = text.trim();

  function store(): boolean {
    const { text: typed, stored } = latest.current;
    if (typed === stored) return true;
    const refused = latest.current.onStore(typed);
    setProblem(refused);
    if (refused !== null) return false;
    latest.current.stored = typed;
    return true;
  }

  const storeLatest = useRef(store);
  storeLatest.current = store;
  useStoreOnLeaving(() => void store());
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    return () => void storeLatest.current();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said of the text grows and shrinks with it
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [text, problem]);

  function giveUp() {
    latest.current.stored = latest.current.text;
    onClose();
  }

  function storeAndClose() {
    if (store()) onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && event.ctrlKey) storeAndClose();
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  return (
    <div ref={box} className="explanation-editor">
      <textarea
        ref={area}
        aria-label="说明"
        rows={4}
        maxLength={LONGEST}
        placeholder="哪件事引起的，各多少万元"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Verdict text={text} explanation={explanation} texts={texts} />
      {problem !== null && (
        <p role="alert" className="explanation-problem">
          没有存入：{problem.message}
        </p>
      )}
      <div>
        <Button size="small" type="primary" onClick={storeAndClose}>
          存入
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button size="small" onClick={giveUp}>
          放弃
          <KeyHint keys="Esc" />
        </Button>
      </div>
    </div>
  );
}

type VerdictProps = Pick<ExplanationEditorProps, 'explanation' | 'texts'> & { readonly text: string };

/** What would be said of the text as it stands. */
function Verdict({ text, explanation: { slot, asks }, texts }: VerdictProps) {
  const { verdict, remarks } = judgeText(text, { slot, asks, others: texts });
  const { stake } = asks;
  const asked =
    stake === null || stake === 0 ? '' : `，要说明 ${formatFull(fen(Math.abs(stake)), 'wan')} 万元`;
  return (
    <p className={`explanation-verdict ${verdict}`} aria-live="polite">
      {verdict === 'missing' ? (
        `写明具体原因${asked}。`
      ) : verdict === 'refused' ? (
        <>还不能接受：{remarks.join('；')}。</>
      ) : (
        <>
          <LevelSign level="fine" size={13} /> 可以接受{remarks.length > 0 && `。${remarks.join('；')}`}。
        </>
      )}
    </p>
  );
}
