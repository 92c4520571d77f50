import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OpenedBook, OpenedYear } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import { call } from '../bridge.ts';
import { storeEverything } from '../leaving.ts';
import { whenWords } from '../overview/when.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';

interface YearLockProps {
  readonly year: OpenedYear;
  readonly onChanged: (book: OpenedBook) => void;
}

/** Locks the chosen year, so that nothing of it changes, and unlocks it with a reason. */
export function YearLock({ year: { year, lock }, onChanged }: YearLockProps) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsking) input.current?.focus();
  }, [isAsking]);

  async function change(asked: ReturnType<typeof call<'lockYear'>> | ReturnType<typeof call<'unlockYear'>>) {
    const reply = await asked;
    setProblem(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    setAsking(false);
    setReason('');
    onChanged(reply.value);
  }

  function lockIt() {
    storeEverything();
    void change(call('lockYear', { year }));
  }

  function unlockIt(event: FormEvent) {
    event.preventDefault();
    void change(call('unlockYear', { year, reason }));
  }

  return (
    <div className="year-lock">
      {problem && <ProblemStrip problem={problem} onClose={() => setProblem(null)} />}
      <p role="status">
        {lock === undefined
          ? `${year} 年度没有锁定。锁定后谁也改不了它的数，登记簿以后的变动也不再计入。`
          : `${year} 年度已锁定（${whenWords(lock.at, new Date())}，${lock.actor}），只能看，登记簿停在锁定时。`}
      </p>
      {lock === undefined && (
        <Button size="small" onClick={lockIt}>
          锁定 {year} 年度
        </Button>
      )}
      {lock !== undefined && !isAsking && (
        <Button size="small" onClick={() => setAsking(true)}>
          解锁 {year} 年度…
        </Button>
      )}
      {lock !== undefined && isAsking && (
        <form onSubmit={unlockIt}>
          <label htmlFor="unlock-reason" className="unlock-label">
            解锁原因，记入历史
          </label>
          <input
            id="unlock-reason"
            ref={input}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setAsking(false);
            }}
          />
          <div className="form-actions">
            <Button size="small" type="primary" htmlType="submit">
              解锁
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              放弃
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
