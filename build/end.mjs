/**
 * Ends the process with the exit code of the work; a failure of ours is one sentence, without a stack.
 * @param {() => Promise<number>} work
 */
export async function endWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
