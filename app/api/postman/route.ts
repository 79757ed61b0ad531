import { postmanCollection } from "@/lib/api/postman";

/** A Postman collection; its environment is at `/api/postman/environment`. */
export function GET(): Response {
  return Response.json(postmanCollection(), {
    headers: { "content-disposition": 'attachment; filename="medvuno.postman_collection.json"' },
  });
}
