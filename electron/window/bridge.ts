import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { API_ARGUMENTS, type Method, type Reply } from '../../core/api.ts';
import { METHOD_NAMES } from '../../core/methods.ts';
import { problem } from '../../core/problems.ts';
import { failure, success } from '../../core/result.ts';
import type { Handlers } from '../desk/desk.ts';
import { ProblemError } from '../store/failure.ts';
import { APP_ORIGIN, CHANNEL_PREFIX } from './names.ts';

/** Only the main frame of our own page may call; a frame that something brought in may not. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
}

/**
 * Answers one call: arguments are parsed before the handler sees them, and whatever it throws comes back as a problem
 * with its sentence. Mistakes of ours are also logged.
 */
async function answer<M extends Method>(handlers: Handlers, method: M, args: unknown[]): Promise<Reply<M>> {
  try {
    const parsed = API_ARGUMENTS[method].safeParse(args);
    if (!parsed.success) throw new Error(`${method}: wrong arguments`);
    const handler = handlers[method] as (...values: unknown[]) => unknown;
    return success(await handler(...parsed.data)) as Reply<M>;
  } catch (error) {
    if (error instanceof ProblemError) return failure(error.problem);
    console.error(method, error);
    return failure(problem('internal', { detail: error instanceof Error ? error.message : String(error) }));
  }
}

/** Lets the window call the handlers, each on a channel of its own. */
export function serveBridge(ipc: IpcMain, handlers: Handlers): void {
  for (const method of METHOD_NAMES) {
    ipc.handle(CHANNEL_PREFIX + method, (event, ...args: unknown[]) => {
      if (!isOurPage(event)) return failure(problem('internal', { detail: '来源不明的调用' }));
      return answer(handlers, method, args);
    });
  }
}
