import "server-only";
import { alone } from "@/lib/infra/transaction";

type Part = { status: "up" | "down"; ms: number };

async function timed(look: () => Promise<unknown>): Promise<Part> {
  const started = performance.now();
  const ms = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    await look();
    return { status: "up", ms: ms() };
  } catch {
    return { status: "down", ms: ms() };
  }
}

/** Liveness; with `?deep=1` the database as well, as both of the application's roles. 503 when a part is down. */
export async function health(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (new URL(request.url).searchParams.get("deep") !== "1") {
    return Response.json({ status: "up" }, { headers });
  }
  const [clinical, platform] = await Promise.all([
    timed(() => alone("lims_lab", "select 1", [])),
    timed(() => alone("lims_platform", "select 1", [])),
  ]);
  const isUp = clinical.status === "up" && platform.status === "up";
  return Response.json(
    { status: isUp ? "up" : "down", parts: { database: clinical, accounts_database: platform } },
    { status: isUp ? 200 : 503, headers },
  );
}
