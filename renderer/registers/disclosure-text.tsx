import { useRef, useState } from 'react';
import type { Disclosure } from '../../core/registers/disclosure.ts';
import { LevelSign } from '../parts/level-sign.tsx';

interface DisclosureTextProps {
  readonly register: 'vehicles' | 'equipment';
  readonly disclosure: Disclosure;
}

/** The sentences of the published text that follow from the register; they are copied, not typed. */
export function DisclosureText({ register, disclosure }: DisclosureTextProps) {
  const [copied, setCopied] = useState(false);
  const text = [...(register === 'vehicles' ? [disclosure.vehicles] : []), disclosure.assets].join('\n');
  const sentences = useRef<HTMLDivElement>(null);
  function copy() {
    const selection = window.getSelection();
    if (sentences.current === null || selection === null) return;
    selection.selectAllChildren(sentences.current);
    setCopied(document.execCommand('copy'));
    selection.removeAllRanges();
  }
  return (
    <section className="disclosure" aria-label="公开文字">
      <div ref={sentences}>
        {text.split('\n').map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="disclosure-side">
        <button type="button" className="link" onClick={copy}>
          {copied ? '已复制' : '复制文字'}
        </button>
        <span className="unconfirmed" title={disclosure.basis}>
          <LevelSign level="verify" size={13} />
          未证实<span className="unseen">：{disclosure.basis}</span>
        </span>
      </div>
    </section>
  );
}
