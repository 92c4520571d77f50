import { useEffect, useState } from 'react';
import type { BackedUp } from '../../core/api.ts';
import type { EditState, Undone } from '../../core/entry/edit.ts';
import type { Problem } from '../../core/problems.ts';
import { call, callNow, useMainEvent } from '../bridge.ts';
import { EntryMemory } from '../entry/entry-memory.ts';
import { RefusedCells } from '../entry/refused-cells.ts';
import { useUnsaved } from '../leaving.ts';

/** What belongs to an open book as a whole, whichever of its pages is shown. */
export interface BookDesk {
  /** `null` until main has answered */
  readonly editState: EditState | null;
  readonly refused: RefusedCells;
  readonly memory: EntryMemory;
  /** the last backup that was made, or failed, since the book was opened */
  readonly backup: BackedUp | null;
  /** counts the changes of the book: what was computed for an equal number still holds */
  readonly revision: number;
  readonly committed: (state: EditState) => void;
  /** some refused texts have come or gone */
  readonly refusedChanged: () => void;
  /** `null`: there was nothing to take back, or it failed and `problem` says why */
  readonly step: (direction: 'undo' | 'redo') => Undone | null;
  readonly problem: Problem | null;
  readonly dismiss: () => void;
}

export function useBookDesk(): BookDesk {
  const [editState, setEditState] = useState<EditState | null>(null);
  const [refused] = useState(() => new RefusedCells());
  const [memory] = useState(() => new EntryMemory());
  const [backup, setBackup] = useState<BackedUp | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [revision, setRevision] = useState(0);
  const [, setRefusals] = useState(0);

  useEffect(() => {
    void call('editState').then((reply) => {
      if (reply.ok) setEditState(reply.value);
    });
  }, []);
  useMainEvent('backedUp', setBackup);
  useUnsaved(() => refused.unsaved());

  function committed(state: EditState) {
    setEditState(state);
    setRevision((old) => old + 1);
    setProblem(null);
  }

  function step(direction: 'undo' | 'redo'): Undone | null {
    const reply = callNow(direction);
    if (!reply.ok) {
      setProblem(reply.error);
      return null;
    }
    if (reply.value !== null) committed(reply.value.state);
    return reply.value;
  }

  return {
    editState,
    refused,
    memory,
    backup,
    revision,
    committed,
    refusedChanged: () => setRefusals((old) => old + 1),
    step,
    problem,
    dismiss: () => setProblem(null),
  };
}
