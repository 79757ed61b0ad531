/** Where the choice is kept, on this device; absent means "as the system". */
export const THEME_KEY = "theme";

/**
 * Sets `data-theme` before the first paint: the person's choice, else the system's, and follows the system while
 * there is no choice. Stands first in `<body>`; `<html>` carries `suppressHydrationWarning`.
 */
export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}

const script = `(function(){
var d=document.documentElement,m=matchMedia("(prefers-color-scheme: dark)");
function choice(){try{return localStorage.getItem("${THEME_KEY}")}catch(e){return null}}
function apply(){var c=choice();d.dataset.theme=c==="light"||c==="dark"?c:m.matches?"dark":"light"}
apply();m.addEventListener("change",apply);addEventListener("storage",apply);addEventListener("themechange",apply);
})()`;
