import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { atOurHosts } from "@/lib/api/at-our-hosts";
import { ownStyles } from "../../own-styles";
import { startScript } from "../../start-script";

const types: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

const own: Record<string, { text: string; type: string }> = {
  "own.css": { text: ownStyles, type: "text/css; charset=utf-8" },
  "start.js": { text: startScript, type: "text/javascript; charset=utf-8" },
};

/** The few files that the page needs: Swagger UI's from its package, and our own. */
export const GET = atOurHosts(async (_request, { params }: { params: Promise<{ file: string }> }) => {
  const { file } = await params;
  const headers = { "cache-control": "public, max-age=86400" };
  const ours = own[file];
  if (ours) return new Response(ours.text, { headers: { ...headers, "content-type": ours.type } });
  const type = types[file];
  if (!type) return new Response("Nothing is here.\n", { status: 404 });
  const bytes = await readFile(join(process.cwd(), "node_modules/swagger-ui-dist", file));
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "content-type": type } });
});
