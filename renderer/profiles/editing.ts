import { createContext, useContext } from 'react';
import type { ProfileEdition } from '../../core/profiles/profile.ts';

/** What the fields of an edition are bound to. */
export interface EditionEditing {
  /** `false`: a built-in format, whose fields are shown as text */
  readonly canEdit: boolean;
  /** @returns why the change was not kept, as one sentence; `null`: it is stored */
  readonly change: (update: (edition: ProfileEdition) => ProfileEdition) => Promise<string | null>;
}

const EditingContext = createContext<EditionEditing>({ canEdit: false, change: async () => null });

export const EditingProvider = EditingContext.Provider;

export function useEditing(): EditionEditing {
  return useContext(EditingContext);
}
