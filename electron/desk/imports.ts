import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { ImportKind } from '../../core/incoming/incoming.ts';
import type { ImportPreview, TakenIn } from '../../core/incoming/preview.ts';
import type { BookStore } from '../store/book-store.ts';
import type { EditBy } from '../store/editor.ts';
import type { Surroundings } from './surroundings.ts';

/** The file that was read last and is looked at before it is taken in. */
export class Imports {
  readonly #around: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  async begin(
    _store: BookStore,
    _asked: {
      readonly kind: ImportKind;
      readonly file: string;
      readonly year: number;
      readonly unit: string;
    },
  ): Promise<ImportPreview> {
    throw new Error(`not there yet ${this.#around.version}`);
  }

  paste(
    _store: BookStore,
    _pasted: { readonly text: string; readonly year: number; readonly unit: string },
  ): ImportPreview {
    throw new Error('not there yet');
  }

  preview(_store: BookStore, _id: string, _choices: ImportChoices): ImportPreview {
    throw new Error('not there yet');
  }

  take(
    _store: BookStore,
    _taken: { readonly id: string; readonly choices: ImportChoices; readonly by: EditBy },
  ): TakenIn {
    throw new Error('not there yet');
  }

  leave(_id: string): void {}
}
