import { useState } from 'react';
import type { SelfTest } from '../../core/checks/self-test.ts';
import type { Problem } from '../../core/problems.ts';
import { call } from '../bridge.ts';

export interface SelfTesting {
  /** `null`: not run yet */
  readonly result: SelfTest | null;
  readonly problem: Problem | null;
  readonly isRunning: boolean;
  readonly run: () => Promise<void>;
}

/** 规则自检: each rule on an example that it holds on and one that breaks it. */
export function useSelfTest(): SelfTesting {
  const [result, setResult] = useState<SelfTest | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isRunning, setRunning] = useState(false);

  async function run() {
    setRunning(true);
    const reply = await call('selfTest');
    setRunning(false);
    setProblem(reply.ok ? null : reply.error);
    setResult(reply.ok ? reply.value : null);
  }

  return { result, problem, isRunning, run };
}
