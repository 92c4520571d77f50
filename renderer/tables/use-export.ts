import { useEffect, useRef, useState } from 'react';
import type { ExportedPack, ExportKind, Scope } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import { call } from '../bridge.ts';
import { storeEverything } from '../leaving.ts';

export interface ExportState {
  readonly exported: Exported | null;
  readonly problem: Problem | null;
  readonly start: (kind: ExportKind) => Promise<void>;
  readonly show: () => Promise<void>;
  readonly dismiss: () => void;
}

interface Exported extends ExportedPack {
  readonly kind: ExportKind;
}

interface Outcome {
  readonly exported: Exported | null;
  readonly problem: Problem | null;
}

const NOTHING: Outcome = { exported: null, problem: null };

/** Exporting the pack of the chosen year and unit. What came of it is told until the choice changes. */
export function useExport(scope: Scope): ExportState {
  const [outcome, setOutcome] = useState(NOTHING);
  // the dialog is open, or the file is being written
  const busy = useRef(false);
  const key = JSON.stringify(scope);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the outcome belongs to the choice it was made for
  useEffect(() => setOutcome(NOTHING), [key]);

  async function start(kind: ExportKind) {
    if (busy.current) return;
    busy.current = true;
    const reply = await call('exportPack', scope, storeEverything(), kind);
    busy.current = false;
    if (!reply.ok) setOutcome({ exported: null, problem: reply.error });
    else if (reply.value !== null) setOutcome({ exported: { ...reply.value, kind }, problem: null });
  }

  async function show() {
    const reply = await call('showExported');
    if (!reply.ok) setOutcome((old) => ({ ...old, problem: reply.error }));
  }

  return { ...outcome, start, show, dismiss: () => setOutcome(NOTHING) };
}
