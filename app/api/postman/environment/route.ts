import { atOurHosts } from "@/lib/api/at-our-hosts";
import { postmanEnvironment } from "@/lib/api/postman";

/** The variables of the collection at `/api/postman`. */
export const GET = atOurHosts(() => {
  return Response.json(postmanEnvironment(), {
    headers: { "content-disposition": 'attachment; filename="medvuno.postman_environment.json"' },
  });
});
