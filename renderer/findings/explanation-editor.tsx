import { useEffect, useRef, useState } from 'react';
import { judgeText } from '../../core/checks/explanations/explanations.ts';
import type { Explanation } from '../../core/checks/finding.ts';
import { fen } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import type { Problem } from '../../core/problems.ts';
import type { Draft } from '../book/drafts.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { StoreButtons } from '../parts/store-buttons.tsx';
import { useStoredText } from '../use-stored-text.ts';

/** As API_ARGUMENTS.writeExplanation takes it. */
const LONGEST = 2000;

interface ExplanationEditorProps {
  readonly explanation: Explanation;
  /** what was written before and could not be stored; `null`: the editor was just opened */
  readonly draft: Draft | null;
  readonly texts: ReadonlyMap<string, string>;
  /** @returns why it was not stored */
  readonly onStore: (text: string) => Problem | null;
  /** the card is left, and what is written in it could not be stored */
  readonly onLost: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** Writes about a finding, and says meanwhile whether it will do. Only Esc gives up what was typed. */
export function ExplanationEditor(props: ExplanationEditorProps) {
  const { explanation, draft, texts, onLost, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState(draft?.problem ?? null);
  const lastProblem = useRef(problem);
  // what it is stored by stays that of the finding for which it was begun
  const [storeAsBegun] = useState(() => props.onStore);
  const editor = useStoredText({
    stored: explanation.text,
    begun: draft?.text,
    // a draft comes back by itself: the panel never takes the focus
    takesFocus: draft === null,
    onStore: (text) => {
      const refused = storeAsBegun(text);
      lastProblem.current = refused;
      setProblem(refused);
      return refused === null;
    },
    onLost: (text) => {
      if (lastProblem.current !== null) onLost({ text, problem: lastProblem.current });
    },
    onClose,
  });
  const { text } = editor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said of the text grows and shrinks with it
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [text, problem]);

  return (
    <div ref={box} className="explanation-editor">
      <textarea
        ref={editor.area}
        aria-label="说明"
        rows={4}
        maxLength={LONGEST}
        placeholder="哪件事引起的，各多少万元"
        value={text}
        onChange={(event) => editor.setText(event.target.value)}
        onKeyDown={editor.onKeyDown}
      />
      <Verdict text={text} explanation={explanation} texts={texts} />
      {problem !== null && (
        <p role="alert" className="explanation-problem">
          没有存入：{problem.message}
        </p>
      )}
      <StoreButtons {...editor} />
    </div>
  );
}

type VerdictProps = Pick<ExplanationEditorProps, 'explanation' | 'texts'> & { readonly text: string };

/** What would be said of the text as it stands: of one that is in the book, what is said already. */
function Verdict({ text, explanation, texts }: VerdictProps) {
  const { slot, asks } = explanation;
  const { verdict, remarks } =
    text.trim() === explanation.text ? explanation : judgeText(text, { slot, asks, others: texts });
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
