import { useState } from 'react';
import type { Problem } from '../../core/problems.ts';
import type { RegisterDefinition } from '../../core/registers/register.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';

interface BeginStripProps {
  readonly register: RegisterDefinition;
  readonly year: number;
  readonly unit: string;
  readonly begin: number | null;
  readonly desk: BookDesk;
}

/** From which year on the register answers; for an earlier one the figures that were keyed stay. */
export function BeginStrip({ register, year, unit, begin, desk }: BeginStripProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  if (register.id === 'assets' || (begin !== null && begin <= year)) return null;
  async function beginHere() {
    const reply = await call('beginRegister', { register: register.id, year, unit });
    if (reply.ok) desk.committed(reply.value.state);
    else setProblem(reply.error);
  }
  const none = begin === null;
  return (
    <>
      {problem && <ProblemStrip problem={problem} onClose={() => setProblem(null)} />}
      <p className="strip elsewhere">
        {none
          ? `登记第一${register.id === 'vehicles' ? '辆' : '台'}后，${year} 年度起的数量由登记簿计算。确实一${register.id === 'vehicles' ? '辆' : '台'}也没有的，`
          : `登记簿自 ${begin} 年度起计算，${year} 年度仍是录入的数。登记齐了 ${year} 年末的${register.card}，就`}
        <button type="button" className="link" onClick={() => void beginHere()}>
          {none ? `登记为 0 ${register.counter}` : `改为自 ${year} 年度起计算`}
        </button>
        。
      </p>
    </>
  );
}
