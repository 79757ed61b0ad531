/**
 * Starts Swagger UI, in the theme of our pages, on the address it was opened at: its policy lets it ask no other.
 * A link inside a button cannot be pressed by everybody, and some fields come without a name.
 */
export const startScript = `const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
function show() {
  const choice = localStorage.getItem("theme");
  const theme = choice === "light" || choice === "dark" ? choice : system.matches ? "dark" : "light";
  root.dataset.theme = theme;
  root.classList.toggle("dark-mode", theme === "dark");
}
show();
system.addEventListener("change", show);

const names = { "textarea.body-param__text": "Request body", "button.close-modal": "Close" };
new MutationObserver(() => {
  for (const [what, name] of Object.entries(names)) {
    for (const each of document.querySelectorAll(what + ":not([aria-label])")) each.setAttribute("aria-label", name);
  }
}).observe(root, { childList: true, subtree: true });

const ours = ({ React }) => ({
  components: {
    ServersContainer: () => null,
    DeepLink: ({ text }) => React.createElement("span", null, text),
  },
});

(async () => {
  const spec = await (await fetch("/api/schema")).json();
  spec.servers = [{ url: location.origin }];
  SwaggerUIBundle({
    spec,
    dom_id: "#documentation",
    deepLinking: true,
    plugins: [ours],
    syntaxHighlight: { theme: "obsidian" },
  });
})();
`;
