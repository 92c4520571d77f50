import { type ReactNode, useState } from 'react';
import type { Finding } from '../../core/checks/finding.ts';
import type { FindingWays } from '../book/ways.ts';
import { ExplanationEditor } from './explanation-editor.tsx';

interface FindingExplanationProps {
  readonly finding: Finding;
  readonly texts: ReadonlyMap<string, string>;
  readonly onExplain: FindingWays['onExplain'];
  /** the clerk begins to write */
  readonly onOpen: () => void;
  /** links of the card */
  readonly children: ReactNode;
}

/** What was written about a finding and why it does not do, the ways on from the card, and the editor when it is asked for. */
export function FindingExplanation(props: FindingExplanationProps) {
  const { finding, texts, onExplain, onOpen, children } = props;
  const [isWriting, setWriting] = useState(false);
  const { explanation } = finding;
  if (isWriting && explanation !== null) {
    return (
      <ExplanationEditor
        explanation={explanation}
        texts={texts}
        // of the report in which it was begun, whatever year is chosen meanwhile
        onStore={(text) => onExplain(finding, text)}
        onClose={() => setWriting(false)}
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
          <button type="button" className="link" onClick={open}>
            {explanation.text === '' ? '写说明' : '改说明'}
          </button>
        )}
        {children}
      </p>
    </>
  );
}
