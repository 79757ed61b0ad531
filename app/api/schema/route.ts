import { stringify } from "yaml";
import { atOurHosts } from "@/lib/api/at-our-hosts";
import { openApiDocument } from "@/lib/api/openapi";

/** OpenAPI 3.1 of everything programs can call; `?format=yaml` for YAML. */
export const GET = atOurHosts((request) => {
  const document = openApiDocument();
  if (new URL(request.url).searchParams.get("format") === "yaml") {
    return new Response(stringify(document, { aliasDuplicateObjects: false }), {
      headers: { "content-type": "application/yaml" },
    });
  }
  return Response.json(document);
});
