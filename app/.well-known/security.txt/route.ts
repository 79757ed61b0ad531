import { atOurHosts } from "@/lib/api/at-our-hosts";
import { originOf } from "@/lib/infra/hosts";

/** RFC 9116: where to report a weakness. */
export const GET = atOurHosts(() => {
  const root = originOf({ kind: "root" });
  const expires = new Date(Date.now() + 180 * 24 * 3_600_000).toISOString();
  const host = new URL(root).hostname;
  const lines = [
    `Contact: mailto:security@${host}`,
    `Expires: ${expires}`,
    `Canonical: ${root}/.well-known/security.txt`,
    "Preferred-Languages: en",
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
});
