import { atOurHosts } from "@/lib/api/at-our-hosts";
import { postmanCollection } from "@/lib/api/postman";

/** A Postman collection; its environment is at `/api/postman/environment`. */
export const GET = atOurHosts(() => {
  return Response.json(postmanCollection(), {
    headers: { "content-disposition": 'attachment; filename="medvuno.postman_collection.json"' },
  });
});
