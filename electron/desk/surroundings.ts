import type { Answers, Arguments, EventName, Events, ExportKind, UnsavedCell } from '../../core/api.ts';
import type { ImportKind } from '../../core/incoming/incoming.ts';
import type { OwnFiles } from '../folders.ts';

/** What is saved under a name that the clerk chooses. */
export type SavedFile = ExportKind | 'profile' | 'book';

/** What the desk needs of the system around it: dialogs and the window, which belong to Electron. */
export interface Surroundings extends OwnFiles {
  /** where the app keeps what is its own: the list of recent books, the sample */
  readonly dataFolder: string;
  readonly documentsFolder: string;
  readonly frame: Answers['appInfo']['frame'];
  readonly now: () => Date;
  /** `null`: the clerk closed the dialog */
  askForBook(): Promise<string | null>;
  /** a file to read: a 报表格式 that was carried here, a workbook of tables, what is to be taken in; `null`: closed */
  askForFile(what: 'profile' | 'workbook' | 'cards' | ImportKind): Promise<string | null>;
  /** `suggestion`: a path; `null`: the dialog was closed */
  askWhereToSave(what: SavedFile, suggestion: string): Promise<string | null>;
  showInFolder(path: string): void;
  controlWindow(action: Arguments<'controlWindow'>[0]): void;
  tell<E extends EventName>(event: E, payload: Events[E]): void;
  /** true: the clerk leaves the book in spite of the cells that were not stored */
  giveUp(unsaved: readonly UnsavedCell[]): Promise<boolean>;
  /** true: the tables are exported without the cells that were not stored */
  exportWithout(unsaved: readonly UnsavedCell[]): Promise<boolean>;
  /** the page has stored what it could, because the window is to be closed */
  readyToClose(unsaved: readonly UnsavedCell[]): void;
}
