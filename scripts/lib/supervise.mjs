/** @typedef {{ ended: Promise<unknown>, stop: () => Promise<void> }} Part */

const restartsMax = 5;
const withinMs = 60_000;

/**
 * Keeps a part of the installation running: it is started again when it ends unasked.
 * @template {Part} P
 * @param {string} name
 * @param {() => Promise<P>} start
 * @param {(error: unknown) => void} onLost it does not stay up
 */
export async function supervise(name, start, onLost) {
  let part = await start();
  let stopping = false;
  /** @type {number[]} */
  let restarts = [];

  const watch = async () => {
    await part.ended;
    if (stopping) return;
    const now = Date.now();
    restarts = [...restarts.filter((at) => now - at < withinMs), now];
    if (restarts.length > restartsMax) return onLost(new Error(`The ${name} does not stay up.`));
    console.log(`The ${name} ended unasked: starting it again.`);
    try {
      part = await start();
      if (stopping) return await part.stop();
      watch();
    } catch (error) {
      if (!stopping) onLost(error);
    }
  };
  watch();

  return {
    part,
    async stop() {
      stopping = true;
      await part.stop();
    },
  };
}
