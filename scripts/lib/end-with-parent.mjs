// Preloaded into the programs that scripts start: when the script is gone, however it went, so is the program.
// Workers that the program forks inherit this file, but not its parent: they are left alone.
if (process.send && process.env.MEDVUNO_PARENT === String(process.ppid)) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 5_000).unref();
  });
  // Listening must not keep a program running that has finished.
  process.channel?.unref();
}
