/** Where the choice is kept, on this device; absent means "as the system". */
export const THEME_KEY = "theme";

/**
 * Sets `data-theme` before the first paint: the person's choice, else the system's, and follows the system while
 * there is no choice. A theme changes whole, at once: buttons that fade would for a moment wear the other one's
 * colour. Stands first in `<body>`; `<html>` carries `suppressHydrationWarning`.
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
function theme(){var c=choice();return c==="light"||c==="dark"?c:m.matches?"dark":"light"}
function change(){d.setAttribute("data-no-fade","");d.dataset.theme=theme();void d.offsetHeight;d.removeAttribute("data-no-fade")}
d.dataset.theme=theme();
m.addEventListener("change",change);addEventListener("storage",change);addEventListener("themechange",change);
})()`;
