import { file } from "@/lib/api/file";
import { readLogo } from "@/lib/laboratories/operations/read-logo";

const serve = file(readLogo, "sha256");

/** Its name is its hash: whoever has it need not ask again. */
export async function GET(...asked: Parameters<typeof serve>): Promise<Response> {
  const response = await serve(...asked);
  if (response.ok) response.headers.set("cache-control", "public, max-age=31536000, immutable");
  return response;
}
