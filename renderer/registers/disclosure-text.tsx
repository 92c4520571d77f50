import { useRef, useState } from 'react';
import type { Disclosure, LackingRegisters } from '../../core/registers/disclosure.ts';
import { registerOf } from '../../core/registers/register.ts';
import { LevelSign } from '../parts/level-sign.tsx';

interface DisclosureTextProps {
  readonly register: 'vehicles' | 'equipment';
  readonly disclosure: Disclosure;
}

/** The sentences of the published text that follow from the register; they are copied, not typed. */
export function DisclosureText({ register, disclosure }: DisclosureTextProps) {
  const [copied, setCopied] = useState(false);
  const { vehicles, assets, lacking } = disclosure;
  const sentences = [register === 'vehicles' ? vehicles : null, assets].filter((each) => each !== null);
  const text = useRef<HTMLDivElement>(null);
  function copy() {
    const selection = window.getSelection();
    if (text.current === null || selection === null) return;
    selection.selectAllChildren(text.current);
    setCopied(document.execCommand('copy'));
    selection.removeAllRanges();
  }
  return (
    <section className="disclosure" aria-label="公开文字">
      <div>
        <div ref={text}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {assets === null && <p className="lacking">{lackingWords(lacking)}</p>}
      </div>
      <div className="disclosure-side">
        {sentences.length > 0 && (
          <button type="button" className="link" onClick={copy}>
            {copied ? '已复制' : '复制文字'}
          </button>
        )}
        <span className="unconfirmed" title={disclosure.basis}>
          <LevelSign level="verify" size={13} />
          未证实<span className="unseen">：{disclosure.basis}</span>
        </span>
      </div>
    </section>
  );
}

/** So many are named; of the rest the clerk hears how many. */
const MOST_NAMED = 3;

function lackingWords(lacking: readonly LackingRegisters[]): string {
  const named = lacking.slice(0, MOST_NAMED).map(({ unit, registers }) => {
    const missing = registers.map((register) => registerOf(register).name).join('和');
    return `${unit.code} 的${missing}`;
  });
  const more = lacking.length > MOST_NAMED ? `等 ${lacking.length} 个单位` : '';
  return `国有资产占用情况还不能写：${named.join('、')}${more}还没有登记，确实没有的在那里登记为 0。`;
}
