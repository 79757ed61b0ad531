import { atOurHosts } from "@/lib/api/at-our-hosts";

/** What this is and where its description lies. */
export const GET = atOurHosts(() => {
  return Response.json({
    name: "MedVuno LIMS",
    version: "1",
    documentation: "/api/docs",
    schema: "/api/schema",
    health: "/api/v1/health",
  });
});
