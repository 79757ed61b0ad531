import { stringify } from "yaml";
import { openApiDocument } from "@/lib/api/openapi";

/** OpenAPI 3.1 of everything programs can call; `?format=yaml` for YAML. */
export function GET(request: Request): Response {
  const document = openApiDocument();
  if (new URL(request.url).searchParams.get("format") === "yaml") {
    return new Response(stringify(document, { aliasDuplicateObjects: false }), {
      headers: { "content-type": "application/yaml" },
    });
  }
  return Response.json(document);
}
