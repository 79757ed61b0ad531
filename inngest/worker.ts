import { startBackground } from "./start";

// Background work in a process of its own: `npm run worker`, with BACKGROUND=off where pages are served.
const runner = startBackground();
if (!runner) {
  process.stderr.write("BACKGROUND is off here: this process has nothing to do.\n");
  process.exit(1);
}
// Everything else lets the process end.
const alive = setInterval(() => {}, 60_000);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    await runner.stop();
    clearInterval(alive);
    process.exit(0);
  });
}
