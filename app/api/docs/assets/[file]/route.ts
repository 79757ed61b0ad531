import { readFile } from "node:fs/promises";
import { join } from "node:path";

const types: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

const start = `SwaggerUIBundle({ url: "/api/schema", dom_id: "#documentation", deepLinking: true, validatorUrl: null });\n`;

/** The few files of Swagger UI that its page needs, from the package. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const headers = { "cache-control": "public, max-age=86400" };
  if (file === "start.js") {
    return new Response(start, { headers: { ...headers, "content-type": "text/javascript; charset=utf-8" } });
  }
  const type = types[file];
  if (!type) return new Response("Nothing is here.\n", { status: 404 });
  const bytes = await readFile(join(process.cwd(), "node_modules/swagger-ui-dist", file));
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "content-type": type } });
}
