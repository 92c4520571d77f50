import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { API_ARGUMENTS, type Method, type Reply } from '../../core/api.ts';
import { ASYNC_METHOD_NAMES, SYNC_METHOD_NAMES } from '../../core/methods.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { failure, success } from '../../core/result.ts';
import type { Handlers } from '../desk/handlers.ts';
import { ProblemError } from '../store/failure.ts';
import { APP_ORIGIN, CHANNEL_PREFIX } from './names.ts';

/** Only the main frame of our own page may call; a frame that something brought in may not. */
function isOurPage(event: IpcMainInvokeEvent | IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
}

/** Arguments are parsed before the handler sees them. */
function run(handlers: Handlers, method: Method, args: unknown[]): unknown {
  const parsed = API_ARGUMENTS[method].safeParse(args);
  if (!parsed.success) throw new Error(`${method}: wrong arguments`);
  const handler = handlers[method] as (...values: unknown[]) => unknown;
  return handler(...parsed.data);
}

/** Whatever a handler throws comes back as a problem with its sentence. Mistakes of ours are also logged. */
function problemOf(method: Method, error: unknown): { readonly ok: false; readonly error: Problem } {
  if (error instanceof ProblemError) return failure(error.problem);
  console.error(method, error);
  return failure(problem('internal', { detail: error instanceof Error ? error.message : String(error) }));
}

const refusal = () => failure(problem('internal', { detail: '来源不明的调用' }));

/** Lets the window call the handlers, each on a channel of its own. */
export function serveBridge(ipc: IpcMain, handlers: Handlers): void {
  for (const method of ASYNC_METHOD_NAMES) {
    ipc.handle(CHANNEL_PREFIX + method, async (event, ...args: unknown[]) => {
      if (!isOurPage(event)) return refusal();
      try {
        return success(await run(handlers, method, args)) as Reply<typeof method>;
      } catch (error) {
        return problemOf(method, error);
      }
    });
  }
  for (const method of SYNC_METHOD_NAMES) {
    ipc.on(CHANNEL_PREFIX + method, (event, ...args: unknown[]) => {
      // a page that gets no return value waits for ever
      try {
        event.returnValue = isOurPage(event) ? success(run(handlers, method, args)) : refusal();
      } catch (error) {
        event.returnValue = problemOf(method, error);
      }
    });
  }
}
