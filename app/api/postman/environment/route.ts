import { postmanEnvironment } from "@/lib/api/postman";

/** The variables of the collection at `/api/postman`. */
export function GET(): Response {
  return Response.json(postmanEnvironment(), {
    headers: { "content-disposition": 'attachment; filename="medvuno.postman_environment.json"' },
  });
}
