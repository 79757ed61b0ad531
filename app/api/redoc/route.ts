import { atOurHosts } from "@/lib/api/at-our-hosts";

/** ReDoc from our own origin: the same contract as `/api/docs`, to be read. It writes its styles into the page. */
export const GET = atOurHosts(() => {
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src blob:; frame-ancestors 'none'; base-uri 'none'",
    },
  });
});

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · MedVuno LIMS</title>
<style>body { margin: 0 }</style>
</head>
<body>
<div id="reference"></div>
<script src="/api/redoc/assets/redoc.standalone.js"></script>
<script src="/api/redoc/assets/start.js"></script>
</body>
</html>
`;
