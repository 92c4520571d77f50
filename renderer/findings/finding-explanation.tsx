import { type ReactNode, useRef, useState } from 'react';
import type { Finding } from '../../core/checks/finding.ts';
import type { FindingWays } from '../book/ways.ts';
import { ExplanationEditor } from './explanation-editor.tsx';

interface FindingExplanationProps extends Pick<FindingWays, 'onExplain' | 'draftOf' | 'onDraft'> {
  readonly finding: Finding;
  readonly texts: ReadonlyMap<string, string>;
  /** the clerk begins to write */
  readonly onOpen: () => void;
  /** links of the card */
  readonly children: ReactNode;
}

/** What was written about a finding and why it does not do, the ways on from the card, and the editor when it is asked for. */
export function FindingExplanation(props: FindingExplanationProps) {
  const { finding, texts, onExplain, draftOf, onDraft, onOpen, children } = props;
  const [draft, setDraft] = useState(() => draftOf(finding));
  const [isWriting, setWriting] = useState(draft !== null);
  const writeButton = useRef<HTMLButtonElement>(null);
  const { explanation } = finding;

  function close() {
    onDraft(finding, null);
    setDraft(null);
    setWriting(false);
    // the button comes when the editor has gone
    queueMicrotask(() => writeButton.current?.focus());
  }

  if (isWriting && explanation !== null) {
    return (
      <ExplanationEditor
        explanation={explanation}
        draft={draft}
        texts={texts}
        // of the report in which it was begun, whatever year is chosen meanwhile
        onStore={(text) => onExplain(finding, text)}
        onLost={(lost) => onDraft(finding, lost)}
        onClose={close}
      />
    );
  }
  function open() {
    onOpen();
    setWriting(true);
  }
  return (
    <>
      {explanation !== null && explanation.text !== '' && (
        <p className="explained-text">{explanation.text}</p>
      )}
      {explanation !== null && explanation.remarks.length > 0 && (
        <p className="explanation-remarks">
          {explanation.verdict === 'refused' && '说明没有接受：'}
          {explanation.remarks.join('；')}。
        </p>
      )}
      <p className="finding-links">
        {explanation !== null && (
          <button ref={writeButton} type="button" className="link" onClick={open}>
            {explanation.text === '' ? '写说明' : '改说明'}
          </button>
        )}
        {children}
      </p>
    </>
  );
}
