// Loaded before Electron's installer, whose fetch waits minutes for an address that a firewall swallows.
// Only the wait for an answer is cut short: once bytes come, a slow line may take its time.
const answerLimit = 8000;
const patientFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(new Error('no answer')), answerLimit);
  try {
    return await patientFetch(input, { ...init, signal: impatience.signal });
  } finally {
    clearTimeout(timer);
  }
};
