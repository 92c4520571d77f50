import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** ms from each Enter to the frame that shows what came of it */
    repaints: number[];
  }
}

/** Notes for each Enter how long it takes until its effect is on the screen. */
export function watchRepaints(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.repaints = [];
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter') return;
        const start = event.timeStamp;
        requestAnimationFrame(() => {
          // behind the frame's own work: styles, layout, paint
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.repaints.push(performance.now() - start);
          port2.postMessage(0);
        });
      },
      true,
    );
  });
}

/** Keys amounts into so many cells, one below the other. */
export async function keyDown(page: Page, cells: number, pause: number): Promise<number[]> {
  const before = await page.evaluate(() => window.repaints.length);
  for (let index = 1; index <= cells; index += 1) {
    await page.keyboard.type(`${index}.5`);
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => window.repaints.length >= count, before + index, { polling: 5 });
    if (pause > 0) await page.waitForTimeout(pause);
  }
  return page.evaluate((from) => window.repaints.slice(from), before);
}

/** The ms between two frames in which nothing happens. */
export function frameLength(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((tell) => {
        const times: number[] = [];
        const step = (time: number) => {
          times.push(time);
          if (times.length < 60) requestAnimationFrame(step);
          else tell(((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1));
        };
        requestAnimationFrame(step);
      }),
  );
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
