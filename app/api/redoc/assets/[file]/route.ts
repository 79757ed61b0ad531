import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { atOurHosts } from "@/lib/api/at-our-hosts";

// Its search runs in a worker of another origin, which our policy refuses: the page works without.
const start = `Redoc.init("/api/schema", { disableSearch: true, hideDownloadButton: false, expandResponses: "200,201,202",
  theme: { typography: { fontFamily: "system-ui, sans-serif", headings: { fontFamily: "system-ui, sans-serif" } } } },
  document.getElementById("reference"));\n`;

/** The two scripts of the page, from the package. */
export const GET = atOurHosts(async (_request, { params }: { params: Promise<{ file: string }> }) => {
  const { file } = await params;
  const headers = {
    "cache-control": "public, max-age=86400",
    "content-type": "text/javascript; charset=utf-8",
  };
  if (file === "start.js") return new Response(start, { headers });
  if (file !== "redoc.standalone.js") return new Response("Nothing is here.\n", { status: 404 });
  const bytes = await readFile(join(process.cwd(), "node_modules/redoc/bundles", file));
  return new Response(new Uint8Array(bytes), { headers });
});
